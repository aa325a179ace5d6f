#!/usr/bin/env python3
"""Writes the office documents in `office/` with the tools that people use: python-docx, openpyxl, XlsxWriter, odfpy,
and LibreOffice for what it saves itself. All texts and names are invented.

    pip install python-docx openpyxl XlsxWriter odfpy msoffcrypto-tool
    apt-get install libreoffice-writer-nogui libreoffice-calc-nogui
    python3 Tests/Fixtures/make-office.py
"""

import datetime
import io
import pathlib
import re
import subprocess
import tempfile
import zipfile

import docx
import msoffcrypto.format.ooxml
import openpyxl
import openpyxl.comments
import openpyxl.styles
import xlsxwriter
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from odf import dc, office, opendocument, style, table, text
from odf.namespaces import TEXTNS

HERE = pathlib.Path(__file__).parent / "office"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


# MARK: Archives


def members(data):
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {info.filename: packed.read(info) for info in packed.infolist()}


def packed(parts):
    """A zip archive that is the same each time; what no reader needs is left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts.items():
            if name.startswith(("customXml/", "docProps/thumbnail", "Thumbnails/")):
                continue
            info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def write(name, data):
    (HERE / name).write_bytes(data)


def libreoffice(source, target, options=""):
    """Lets LibreOffice save a fixture in another format."""
    ending = target.split(".")[-1]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
             ending + options, "--outdir", folder, str(HERE / source)],
            check=True, capture_output=True)
        data = (pathlib.Path(folder) / f"{pathlib.Path(source).stem}.{ending}").read_bytes()
    if zipfile.is_zipfile(io.BytesIO(data)):
        data = packed(members(data))
    write(target, data)


# MARK: Word


def element(xml):
    """An element of WordprocessingML from its inner text; prefixes are declared."""
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {SPACES}", xml.strip(), count=1))


class Word:
    """A Word document: python-docx, and XML for what it has no words for."""

    def __init__(self):
        self.document = docx.Document()
        self.parts = {}
        self.edits = []

    def raw(self, xml):
        body = self.document.element.body
        body.insert(len(body) - 1, element(xml))

    def p(self, text="", style=None):
        return self.document.add_paragraph(text, style)

    def part(self, name, kind, xml):
        """Adds a part of the package that the document refers to."""
        self.parts[f"word/{name}"] = f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}'.encode()

        def refer(parts):
            types = parts["[Content_Types].xml"].decode()
            mime = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
            override = f'<Override PartName="/word/{name}" ContentType="{mime}"/></Types>'
            if f"/word/{name}" not in types:
                parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
            links = parts["word/_rels/document.xml.rels"].decode()
            base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            if f'Target="{name}"' not in links:
                link = f'<Relationship Id="rId9{kind}" Type="{base}/{kind}" Target="{name}"/></Relationships>'
                parts["word/_rels/document.xml.rels"] = links.replace("</Relationships>", link).encode()

        self.edits.append(refer)

    def save(self, name):
        out = io.BytesIO()
        self.document.save(out)
        parts = members(out.getvalue())
        trim(parts)
        for edit in self.edits:
            edit(parts)
        parts.update(self.parts)
        write(name, packed(parts))


def trim(parts):
    """Drops what makes a document big and says nothing: the theme, and styles for tables that none of ours have."""
    for name in ("theme/theme1.xml", "stylesWithEffects.xml", "fontTable.xml", "webSettings.xml"):
        parts.pop(f"word/{name}", None)
        for list_, tag in (("[Content_Types].xml", "Override"), ("word/_rels/document.xml.rels", "Relationship")):
            data = parts[list_].decode()
            parts[list_] = re.sub(rf'<{tag} [^>]*"(/word/)?{re.escape(name)}"[^>]*/>', "", data).encode()
    data = parts["word/styles.xml"].decode()
    data = re.sub(r"<w:latentStyles.*?</w:latentStyles>", "", data, flags=re.S)
    parts["word/styles.xml"] = re.sub(
        r'<w:style w:type="table" w:(?!default)(?:(?!</w:style>).)*</w:style>', "", data, flags=re.S).encode()


def localised(parts):
    """Word with a Dutch interface: style ids are Dutch, names stay English."""
    ids = {"Heading1": "Kop1", "Heading2": "Kop2", "Heading3": "Kop3", "Title": "Titel", "ListBullet": "Lijstopsomteken"}
    for name in ("word/styles.xml", "word/document.xml", "word/numbering.xml"):
        data = parts[name].decode()
        for english, dutch in ids.items():
            places = r"w:(?:styleId=|(?:pStyle|basedOn|next|link) w:val=)"
            data = re.sub(f'({places})"{english}"', rf'\1"{dutch}"', data)
        parts[name] = data.encode()


def headings():
    word = Word()
    word.p("Bestek natuursteen Vestermarkt", "Title")
    word.p("Dit bestek beschrijft de levering van natuursteen.")
    word.p("Opdracht", "Heading 1")
    word.p("De gemeente Oosterwolde-Zuid vernieuwt de Vestermarkt.")
    word.p("Herkomst van de steen", "Heading 2")
    word.p("De opdrachtnemer toont aan waar de steen is gewonnen. Hij noemt de groeve.")
    word.p("De opdrachtnemer levert aan:")
    word.p("een overzicht van de groeven;", "List Bullet")
    word.p("een ketenanalyse.", "List Bullet")
    word.p("Toezicht", "Heading 3")
    word.p("De directie mag de groeve bezoeken.")
    word.p("Betaling", "Heading 1")
    word.p("De gemeente betaalt binnen dertig dagen.")
    section = word.document.sections[0]
    section.header.paragraphs[0].text = "Gemeente Oosterwolde-Zuid – concept"
    section.footer.paragraphs[0].text = "Bestek 2031-17"
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Gemeente Oosterwolde-Zuid – concept"
    section.first_page_footer.paragraphs[0].text = "12"
    word.edits.append(localised)
    word.save("headings-nl.docx")


def level(index, fmt, pattern, start=1, extra=""):
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{extra}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>')


NUMBERING = f"""<w:numbering {SPACES}>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
{level(0, "decimal", "%1", 3, '<w:pStyle w:val="Heading1"/>')}
{level(1, "decimal", "%1.%2", 1, '<w:pStyle w:val="Heading2"/>')}
{level(2, "decimal", "%1.%2.%3")}{level(3, "lowerLetter", "%4)")}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">{level(0, "bullet", chr(0xF0B7))}{level(1, "bullet", "-")}</w:abstractNum>
<w:abstractNum w:abstractNumId="3">{level(0, "upperRoman", "Artikel %1.")}{level(1, "decimal", "%1.%2", 1, "<w:isLgl/>")}</w:abstractNum>
<w:abstractNum w:abstractNumId="4">{level(0, "lowerLetter", "%1)")}{level(1, "lowerRoman", "%2.")}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def item(list_, index, words):
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{list_}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{words}</w:t></w:r></w:p>")


def clauses():
    word = Word()
    word.part("numbering.xml", "numbering", NUMBERING)

    def number_styles(parts):
        data = parts["word/styles.xml"].decode()
        for name, index in (("Heading1", 0), ("Heading2", 1)):
            mark = f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="1"/></w:numPr>'
            data = re.sub(rf'(w:styleId="{name}">.*?<w:pPr>)(.*?</w:pPr>)', rf"\1{mark}\2", data, count=1, flags=re.S)
        parts["word/styles.xml"] = data.encode()

    word.edits.append(number_styles)
    word.p("Algemeen", "Heading 1")
    word.p("Uitvoering", "Heading 1")
    word.p("Planning", "Heading 2")
    word.p("Herkomst", "Heading 2")
    for index, words in (
        (2, "De opdrachtnemer kent zijn keten."), (2, "De opdrachtnemer levert op verzoek:"),
        (3, "een lijst van groeven;"), (3, "een verslag per jaar."), (2, "De directie houdt toezicht."),
    ):
        word.raw(item(1, index, words))
    word.p("Voorwaarden", "Heading 2")
    word.raw(item(2, 0, "eerlijke lonen"))
    word.raw(item(2, 1, "ook bij onderaannemers"))
    word.raw(item(3, 0, "Begrippen"))
    word.raw(item(3, 1, "Keten: allen die aan de steen werken."))
    word.raw(item(3, 0, "Boete"))
    word.raw(item(3, 1, "De boete bedraagt duizend euro."))
    word.p("Eerste reeks:")
    word.raw(item(4, 0, "alfa"))
    word.raw(item(4, 1, "diep"))
    word.raw(item(4, 0, "bravo"))
    word.p("Tweede reeks:")
    word.raw(item(5, 0, "opnieuw"))
    word.raw(item(4, 0, "verder"))
    word.save("clauses-nl.docx")


def award_table():
    word = Word()
    word.p("Critères d’attribution", "Heading 1")
    word.p("Les offres sont évaluées comme suit :")
    grid = word.document.add_table(rows=4, cols=3)
    rows = [
        ("Critère", "Exigence", "Points"), ("Qualité", "Plan de travail", "40"),
        ("", "Traçabilité des pierres", "20"), ("Prix", "", "40"),
    ]
    for row, words in zip(grid.rows, rows):
        for cell, word_ in zip(row.cells, words):
            cell.text = word_
    grid.cell(1, 0).merge(grid.cell(2, 0))
    grid.cell(3, 0).merge(grid.cell(3, 1))
    mark = element("<w:trPr><w:tblHeader/></w:trPr>")
    grid.rows[0]._tr.insert(0, mark)
    word.p("Le total est de cent points.")
    word.save("award-table-fr.docx")


def nested_table():
    word = Word()
    word.p("Leistungen", "Heading 1")
    outer = word.document.add_table(rows=2, cols=2)
    for cell, words in zip(outer.rows[0].cells, ("Nr", "Leistung")):
        cell.paragraphs[0].add_run(words).bold = True
    outer.cell(1, 0).text = "L-01"
    outer.cell(1, 1).text = "Natursteinplatten liefern"
    inner = outer.cell(1, 1).add_table(rows=2, cols=2)
    for row, words in zip(inner.rows, (("Format", "Menge"), ("40 x 40", "300"))):
        for cell, word_ in zip(row.cells, words):
            cell.text = word_
    word.p("Kopf und Tabelle ohne Überschrift", "Heading 1")
    pairs = word.document.add_table(rows=2, cols=2)
    for row, words in zip(pairs.rows, (("Auftraggeber", "Stadt Hohenfels"), ("Ort", "Markt"))):
        row.cells[0].paragraphs[0].add_run(words[0]).bold = True
        row.cells[1].text = words[1]
    word.save("nested-table-de.docx")


def layout_table():
    word = Word()
    frame = word.document.add_table(rows=1, cols=2)
    left, right = frame.rows[0].cells
    left.paragraphs[0].text = "Hoofdstuk links"
    left.paragraphs[0].style = "Heading 1"
    left.add_paragraph("De inschrijver verklaart dat hij de keten kent.")
    right.text = "Rechts staat een toelichting."
    single = word.document.add_table(rows=2, cols=1)
    single.cell(0, 0).text = "Een kader met één cel per rij."
    single.cell(1, 0).text = "Nog een kader."
    word.save("layout-table-nl.docx")


def notes():
    word = Word()

    def note(kind, number, words):
        return (
            f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space="preserve"> {words}</w:t>'
            f"</w:r></w:p></w:{kind}>")

    separator = '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:t>streep</w:t></w:r></w:p></w:{0}>'
    word.part(
        "footnotes.xml", "footnotes", f"<w:footnotes {SPACES}>{separator.format('footnote')}"
        + note("footnote", 1, "Zie het convenant van 2031.") + note("footnote", 2, "Alleen bij graniet.") + "</w:footnotes>")
    word.part(
        "endnotes.xml", "endnotes",
        f"<w:endnotes {SPACES}>" + note("endnote", 1, "Bron: eigen onderzoek.") + "</w:endnotes>")
    word.raw("""<w:p><w:r><w:t>De opdrachtnemer volgt het convenant</w:t></w:r>
      <w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t xml:space="preserve"> en meldt misstanden.</w:t></w:r></w:p>""")
    word.raw("""<w:p><w:r><w:t>Hij doet onderzoek.</w:t></w:r><w:r><w:endnoteReference w:id="1"/></w:r></w:p>""")
    word.raw("""<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Soort</w:t></w:r></w:p></w:tc>
      <w:tc><w:p><w:r><w:t>Eis</w:t></w:r></w:p></w:tc></w:tr>
      <w:tr><w:tc><w:p><w:r><w:t>Graniet</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Herkomst bekend</w:t></w:r>
      <w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:tc></w:tr></w:tbl>""")
    word.p("Einde van de tekst.")
    word.save("notes-nl.docx")


def text_boxes():
    word = Word()
    box = "<w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:txbxContent>"
    word.raw(f"""<w:p><w:r><w:t>Naast deze alinea staat</w:t></w:r><w:r><mc:AlternateContent>
      <mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>
      {box.format("Let op: de inschrijver ondertekent zelf.")}</wps:txbx></wps:wsp></a:graphicData></a:graphic>
      </wp:anchor></w:drawing></mc:Choice>
      <mc:Fallback><w:pict><v:shape><v:textbox>{box.format("Let op: de inschrijver ondertekent zelf.")}</v:textbox>
      </v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>
      <w:r><w:t xml:space="preserve"> een kader.</w:t></w:r></w:p>""")
    word.raw(f"""<w:p><w:r><w:pict><v:shape><v:textbox>{box.format("Een oud kader.")}</v:textbox></v:shape></w:pict>
      </w:r></w:p>""")
    word.save("text-box-nl.docx")


BY = 'w:id="7" w:author="J. Verzonnen" w:date="2031-02-03T10:00:00Z"'


def tracked():
    word = Word()
    word.raw(f"""<w:p><w:r><w:t xml:space="preserve">De opdrachtnemer </w:t></w:r>
      <w:del {BY}><w:r><w:delText xml:space="preserve">kan </w:delText></w:r></w:del>
      <w:ins {BY}><w:r><w:t xml:space="preserve">moet </w:t></w:r></w:ins>
      <w:r><w:t>de herkomst aantonen.</w:t></w:r></w:p>""")
    word.raw(f"""<w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Deze zin loopt </w:t></w:r>
      </w:p>""")
    word.raw("<w:p><w:r><w:t>door in de volgende alinea.</w:t></w:r></w:p>")
    word.raw(f"""<w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr><w:del {BY}><w:r><w:delText>Geheel vervallen.</w:delText>
      </w:r></w:del></w:p>""")
    word.raw(f"""<w:p><w:pPr><w:rPr><w:moveFrom {BY}/></w:rPr></w:pPr><w:moveFromRangeStart {BY} w:name="move1"/>
      <w:moveFrom {BY}><w:r><w:t>Verplaatste zin.</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="7"/></w:p>""")
    word.p("Tussenzin.")
    word.raw(f"""<w:p><w:moveTo {BY}><w:r><w:t>Verplaatste zin.</w:t></w:r></w:moveTo></w:p>""")
    row = "<w:tr>{0}<w:tc><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{2}</w:t></w:r></w:p></w:tc></w:tr>"
    gone = row.format(f"<w:trPr><w:del {BY}/></w:trPr>", "Vervallen", "niets").replace("w:t>", "w:delText>")
    gone = gone.replace("<w:r>", f"<w:del {BY}><w:r>").replace("</w:r>", "</w:r></w:del>")
    word.raw(
        "<w:tbl>" + row.format("", "Eis", "Bewijs") + gone
        + row.format(f"<w:trPr><w:ins {BY}/></w:trPr>", "Herkomst", "certificaat") + "</w:tbl>")
    word.save("tracked-nl.docx")


def struck():
    word = Word()
    word.p("Eisen", "Heading 1")
    word.p().add_run("De leverancier hoeft niets te melden.").font.strike = True
    part = word.p("De leverancier meldt misstanden ")
    part.add_run("binnen een jaar").font.strike = True
    part.add_run(" binnen een week ")
    part.add_run("schriftelijk").font.double_strike = True
    part.add_run("per brief.")
    styled = word.document.styles.add_style("Vervallen", docx.enum.style.WD_STYLE_TYPE.CHARACTER)
    styled.font.strike = True
    word.p("Voor marmer geldt dit ").add_run("niet", style="Vervallen")
    dropped = word.document.styles.add_style("Oud", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    dropped.font.strike = True
    old = word.p("Deze alinea is geschrapt, ", "Oud")
    old.add_run("behalve dit deel.").font.strike = False
    grid = word.document.add_table(rows=3, cols=2)
    for row, words in zip(grid.rows, (("Code", "Eis"), ("E-01", "Keten in beeld"), ("E-02", "Audit per jaar"))):
        for cell, word_ in zip(row.cells, words):
            cell.text = word_
    for cell in grid.rows[2].cells:
        cell.paragraphs[0].runs[0].font.strike = True
    grid.cell(1, 1).paragraphs[0].add_run(" binnen drie jaar").font.strike = True
    word.save("struck-nl.docx")


def inline():
    word = Word()
    line = word.p("The supplier shall trace the stone")
    line.add_run(" SECRET NOTE").font.hidden = True
    line.add_run(" to its quarry.")
    word.raw("""<w:p><w:r><w:t>Trace</w:t><w:softHyphen/><w:t>ability</w:t><w:tab/><w:t>first</w:t><w:br/><w:t>second</w:t>
      <w:noBreakHyphen/><w:t>line, du\u00adty</w:t></w:r></w:p>""")
    word.raw("""<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:t>the guide</w:t></w:r>
      </w:hyperlink><w:r><w:t xml:space="preserve">, page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>
      <w:r><w:instrText> PAGEREF _x \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
      <w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>.</w:t></w:r></w:p>""")
    word.raw("""<w:p><w:r><w:t xml:space="preserve">Date: </w:t></w:r><w:fldSimple w:instr=" DATE ">
      <w:r><w:t>1 May 2031</w:t></w:r></w:fldSimple></w:p>""")
    word.raw("""<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>
      </w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>
      <w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> yes, I declare</w:t></w:r></w:p>""")
    word.raw("""<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden line.</w:t></w:r></w:p>""")
    word.p("Before the page").add_run().add_break(WD_BREAK.PAGE)
    word.save("inline-en.docx")


def contents():
    word = Word()
    for name in ("toc 1", "toc 2"):
        word.document.styles.add_style(name, docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    field = '<w:r><w:fldChar w:fldCharType="{0}"/></w:r>'
    line = '<w:p><w:pPr><w:pStyle w:val="{0}"/></w:pPr>{1}<w:hyperlink w:anchor="a"><w:r><w:t>{2}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{3}</w:t></w:r></w:hyperlink>{4}</w:p>'
    start = field.format("begin") + "<w:r><w:instrText> TOC \\o \"1-2\" </w:instrText></w:r>" + field.format("separate")
    word.raw(
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
        + "<w:p><w:r><w:t>Inhoud</w:t></w:r></w:p>" + line.format("toc1", start, "1 Opdracht", "3", "")
        + line.format("toc2", "", "1.1 Herkomst van de steen", "4", field.format("end")) + "</w:sdtContent></w:sdt>")
    word.p("Opdracht", "Heading 1")
    word.p("De opdracht omvat het leveren van steen.")
    word.raw(line.format("Normal", start, "Losse inhoud zonder stijl", "5", field.format("end")))
    word.p("Met de hand getypt ........ 12")
    word.p("Gewone tekst.")
    word.save("contents-nl.docx")


def controls():
    word = Word()
    word.raw("""<w:p><w:r><w:t xml:space="preserve">Naam inschrijver: </w:t></w:r><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>
      <w:r><w:t>Steenbedrijf De Korenaar</w:t></w:r></w:sdtContent></w:sdt></w:p>""")
    word.raw("""<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>Blok in een besturingselement.</w:t></w:r></w:p>
      <w:sdt><w:sdtContent><w:p><w:r><w:t>Genest blok.</w:t></w:r></w:p></w:sdtContent></w:sdt></w:sdtContent></w:sdt>""")
    word.raw("""<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>
      <w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space="preserve"> akkoord</w:t></w:r></w:p>""")
    word.raw("""<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc><w:p><w:r><w:t>Vraag</w:t></w:r></w:p></w:tc>
      <w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>Antwoord</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt></w:tr>
      </w:sdtContent></w:sdt></w:tbl>""")
    word.save("controls-nl.docx")


def imitated():
    word = Word()
    word.p().add_run("Besondere Bedingungen").bold = True
    word.p("Der Auftragnehmer kennt seine Lieferkette und benennt alle Steinbrüche.")
    word.p("3.4 Herkunft der Steine")
    word.p("3.4.1 Der Auftragnehmer weist die Herkunft der Steine nach, bevor er sie einbaut.")
    word.p("Er legt vor:")
    word.p("- eine Liste der Steinbrüche")
    word.p("a) einen Bericht je Jahr.")
    word.p("ZAHLUNG")
    word.p("Die Stadt zahlt in dreißig Tagen.")
    word.save("imitated-de.docx")


def broken_lines():
    """A text with broken lines of which each became a paragraph."""
    word = Word()
    for line in (
        "Der Auftragnehmer prüft die Herkunft der gesamten Ware und nennt dem",
        "Auftraggeber alle Werke, in denen sie entsteht. Er beschreibt dabei",
        "auch die Lage der Menschen, die dort arbeiten, und legt ihm ohne ein",
        "besonderes Verlangen jedes Jahr einen Bericht über Werke, Löhne und",
        "Menschen vor.",
        "",
        "Der Auftraggeber antwortet schriftlich.",
    ):
        word.document.add_paragraph(line)
    word.save("broken-lines-de.docx")


def refused():
    word = Word()
    word.p("Deze tekst staat in een bestand met problemen.")
    word.save("plain-nl.docx")
    data = (HERE / "plain-nl.docx").read_bytes()
    parts = members(data)
    write("damaged.docx", data[: len(data) * 2 // 3])
    locked = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(data)).encrypt("geheim", locked)
    write("encrypted.docx", locked.getvalue())
    text_ = parts["word/document.xml"].decode()
    entity = text_.replace("?>", '?>\n<!DOCTYPE w:document [<!ENTITY x "y">]>', 1).replace("Deze", "&x;", 1)
    write("entities.docx", packed({**parts, "word/document.xml": entity.encode()}))
    write("malformed.docx", packed({**parts, "word/document.xml": text_[:-20].encode()}))
    write("no-document.docx", packed({"[Content_Types].xml": parts["[Content_Types].xml"], "word/other.xml": b"<a/>"}))
    macro = {**parts, "[Content_Types].xml": parts["[Content_Types].xml"].replace(
        b"wordprocessingml.document.main", b"macroEnabled.main")}
    write("macros.docm", packed({**macro, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}))
    Word().save("empty.docx")


# MARK: OpenDocument text


def odt():
    document = opendocument.OpenDocumentText()
    styles = document.automaticstyles
    gone = style.Style(name="Door", family="text")
    gone.addElement(style.TextProperties(textlinethroughstyle="solid"))
    hidden = style.Style(name="Weg", family="text")
    hidden.addElement(style.TextProperties(display="none"))
    bold = style.Style(name="Vet", family="text")
    bold.addElement(style.TextProperties(fontweight="bold"))
    for it in (gone, hidden, bold):
        styles.addElement(it)
    outline = text.OutlineStyle(name="Outline")
    for index in (1, 2):
        outline.addElement(text.OutlineLevelStyle(level=index, numformat="1", displaylevels=index, numsuffix="."))
    document.styles.addElement(outline)
    numbers = text.ListStyle(name="Nummers")
    numbers.addElement(text.ListLevelStyleNumber(level=1, numformat="1", numsuffix="."))
    numbers.addElement(text.ListLevelStyleNumber(level=2, numformat="a", numsuffix=")"))
    bullets = text.ListStyle(name="Punten")
    bullets.addElement(text.ListLevelStyleBullet(level=1, bulletchar="\uf0b7"))
    styles.addElement(numbers)
    styles.addElement(bullets)
    body = document.text

    changes = text.TrackedChanges()
    region = text.ChangedRegion(qattributes={(TEXTNS, "id"): "ct1"}, check_grammar=False)
    deletion = text.Deletion()
    info = office.ChangeInfo()
    info.addElement(dc.Creator(text="J. Verzonnen"))
    info.addElement(dc.Date(text="2031-02-03T10:00:00"))
    deletion.addElement(info)
    deletion.addElement(text.P(text="Deze zin is geschrapt."))
    region.addElement(deletion)
    changes.addElement(region)
    body.addElement(changes)

    body.addElement(text.H(outlinelevel=1, text="Inleiding"))
    body.addElement(text.H(outlinelevel=1, text="Eisen aan de steen"))
    body.addElement(text.H(outlinelevel=2, text="Herkomst"))
    line = text.P(text="De leverancier kent")
    line.addElement(text.S(c=2))
    line.addElement(text.Span(stylename="Weg", text="onzichtbaar"))
    line.addText("de groeve")
    note = text.Note(id="n1", noteclass="footnote")
    note.addElement(text.NoteCitation(text="1"))
    inside = text.NoteBody()
    inside.addElement(text.P(text="Zie bijlage twee."))
    note.addElement(inside)
    line.addElement(note)
    line.addText(" en ")
    line.addElement(text.Change(changeid="ct1"))
    line.addElement(text.Span(stylename="Door", text="soms"))
    line.addText(" altijd de keten.")
    body.addElement(line)
    body.addElement(text.P(text="Hij levert:"))

    def items(list_, words):
        for word_ in words:
            it = text.ListItem()
            it.addElement(text.P(text=word_))
            list_.addElement(it)
        return list_

    first = items(text.List(stylename="Nummers"), ["een lijst;"])
    deeper = items(text.List(), ["met namen", "met plaatsen"])
    first.childNodes[0].addElement(deeper)
    items(first, ["een verslag."])
    body.addElement(first)
    body.addElement(text.P(text="Vervolg:"))
    body.addElement(items(text.List(stylename="Nummers", continuenumbering="true"), ["een audit."]))
    body.addElement(items(text.List(stylename="Punten"), ["zonder nummer"]))

    grid = table.Table(name="T")
    grid.addElement(table.TableColumn(numbercolumnsrepeated=2))
    head = table.TableHeaderRows()
    for target, words in ((head, ("Soort", "Eis")), (grid, ("Graniet", "Herkomst bekend"))):
        row = table.TableRow()
        for word_ in words:
            cell = table.TableCell()
            cell.addElement(text.P(text=word_))
            row.addElement(cell)
        target.addElement(row)
        if target is head:
            grid.addElement(head)
    body.addElement(grid)
    toc = text.TableOfContent(name="Inhoud")
    index = text.IndexBody()
    index.addElement(text.P(text="1. Inleiding 3"))
    toc.addElement(index)
    body.addElement(toc)
    whole = text.P()
    whole.addElement(text.Span(stylename="Door", text="Deze alinea geldt niet meer."))
    body.addElement(whole)
    out = io.BytesIO()
    document.write(out)
    write("clauses-nl.odt", packed(members(out.getvalue())))

    parts = members((HERE / "clauses-nl.odt").read_bytes())
    parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(
        b"</manifest:manifest>",
        b'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"><manifest:encryption-data/>'
        b"</manifest:file-entry></manifest:manifest>")
    parts["content.xml"] = bytes(range(256)) * 4
    write("encrypted.odt", packed(parts))


# MARK: Sheets


def prices():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Prijzen"
    sheet["A1"] = "Inschrijfbiljet Vestermarkt"
    sheet.merge_cells("A1:D1")
    rows = [("Post", "Omschrijving", "Prijs", "Aandeel"), (1, "Graniet band", 12.5, 0.4), (2, "Natuursteen tegel", 0.1 + 0.2, 0.25)]
    for row in rows:
        sheet.append(row)
    sheet["C5"] = "=SUM(C3:C4)"
    sheet["B5"] = "Totaal"
    sheet["D3"].number_format = "0%"
    sheet["D4"].number_format = "0.0%"
    sheet["A6"] = datetime.date(2031, 3, 31)
    sheet["A6"].number_format = "dd-mm-yyyy"
    sheet["B6"] = True
    sheet["C6"] = "eerste regel\ntweede regel"
    sheet["B7"] = "vervallen post"
    sheet["B7"].font = openpyxl.styles.Font(strike=True)
    sheet["B8"] = "Verborgen rij"
    sheet.row_dimensions[8].hidden = True
    sheet["A3"].comment = openpyxl.comments.Comment("Opmerking van de maker", "J. Verzonnen")
    hidden = book.create_sheet("Verborgen blad")
    hidden["B2"] = "Ook dit is tekst"
    hidden.sheet_state = "hidden"
    book.create_sheet("Leeg")
    out = io.BytesIO()
    book.save(out)
    write("prices-nl.xlsx", packed(members(out.getvalue())))
    empty = openpyxl.Workbook()
    out = io.BytesIO()
    empty.save(out)
    write("empty.xlsx", packed(members(out.getvalue())))
    # LibreOffice computes the formulas.
    libreoffice("prices-nl.xlsx", "computed-nl.xlsx")
    (HERE / "computed-nl.xlsx").rename(HERE / "prices-nl.xlsx")
    libreoffice("prices-nl.xlsx", "prices-nl.ods")
    libreoffice("prices-nl.xlsx", "prices-nl.xls")


def inline_strings():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Exigences")
        gone = book.add_format({"font_strikeout": True})
        sheet.write_row(0, 0, ["N°", "Exigence", "Réponse"])
        sheet.write_row(1, 0, ["E-1", "Origine des pierres connue", "oui"])
        sheet.write_string(2, 0, "E-2")
        sheet.write_rich_string(2, 1, "Audit ", gone, "tous les deux ans", " chaque année")
    write("inline-fr.xlsx", packed(members(out.getvalue())))


def scores():
    document = opendocument.OpenDocumentSpreadsheet()
    gone = style.Style(name="Weg", family="table-cell")
    gone.addElement(style.TextProperties(textlinethroughstyle="solid"))
    document.automaticstyles.addElement(gone)
    sheet = table.Table(name="Wertung")

    def row(*cells, repeated=None):
        made = table.TableRow(**({"numberrowsrepeated": repeated} if repeated else {}))
        for cell in cells:
            made.addElement(cell)
        sheet.addElement(made)

    def cell(words=None, **attributes):
        made = table.TableCell(**attributes)
        if words is not None:
            made.addElement(text.P(text=words))
        return made

    row(cell("Kriterium", valuetype="string"), cell(numbercolumnsrepeated=2), cell("Gewicht", valuetype="string"))
    noted = cell("Herkunft", valuetype="string")
    remark = office.Annotation()
    remark.addElement(text.P(text="Bemerkung der Verfasserin"))
    noted.insertBefore(remark, noted.firstChild)
    row(noted, cell(numbercolumnsrepeated=2), cell("40 %", valuetype="percentage", value="0.4"))
    row(cell("Preis", valuetype="string", stylename="Weg"), repeated=3)
    row(cell(numbercolumnsrepeated=16384), repeated=1048000)
    row(cell("Ende", valuetype="string"))
    document.spreadsheet.addElement(sheet)
    out = io.BytesIO()
    document.write(out)
    write("scores-de.ods", packed(members(out.getvalue())))


# MARK: Web pages

PAGE = """<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Titel van het venster</title><style>p { color: red }</style></head>
<body><script>var tekst = "geen tekst";</script><noscript>Zet scripts aan.</noscript>
<h1>Nota van inlichtingen</h1>
<p>De gemeente&nbsp;Oosterwolde-Zuid antwoordt op <b>vragen</b> van
inschrijvers &amp; anderen&hellip;</p>
<h2>Herkomst</h2>
<p>De inschrijver levert:</p>
<ul><li>een lijst;<li>een verslag met:<ol type="a"><li>namen</li><li>plaatsen</li></ol></li></ul>
<ol start="4"><li value="7">Zevende</li><li>Achtste</li></ol>
<p>De termijn is <del>een jaar</del> een maand.</p>
<p><s>Vervallen antwoord.</s></p>
<p style="display: none">Verborgen</p><div hidden>Ook verborgen</div>
<table><caption>Vragen</caption><thead><tr><th>Nr</th><th>Vraag</th></tr></thead>
<tbody><tr><td>1</td><td>Mag graniet?<br>En marmer?</td></tr><tr><th>2</th><td>Is een audit nodig?</td></tr></tbody></table>
<pre>regel een
  regel twee</pre>
<p><input type="checkbox" checked> Akkoord</p>
</body></html>
"""

SLOPPY = """<HTML><BODY BGCOLOR=white>
<H2>Technical terms<H3>Stone
<P>The supplier &eacute;numerates &quot;quarries&quot; &#8212; all of them
<P>Second paragraph <STRIKE>no longer valid</STRIKE> stands
<DL><DT>Chain<DD>everyone who works on the stone</DL>
<TABLE><TR><TD>Only one column<TR><TD>still text</TABLE>
<FONT><TABLE><TR><TD><TABLE><TR><TD>Inner left<TD>Inner right<TR><TD>x<TD>y</TABLE></TABLE>
loose text at the end &unknown; &lt;tag&gt;
"""


def pages():
    write("page-nl.html", PAGE.encode())
    write("sloppy-en.html", SLOPPY.encode())
    french = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"></head><body><h1>Règlement</h1><p>Le fournisseur déclare l’origine des pierres.</p></body></html>'
    write("latin-fr.html", french.encode("cp1252"))
    polish = '<html><head><meta charset="windows-1250"></head><body><p>Wykonawca wskaże źródło kamienia.</p></body></html>'
    write("foreign-pl.html", polish.encode("cp1250"))
    write("scripts-only.html", b"<html><body><script>1</script></body></html>")


# MARK: Rich text

RTF = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}{\f1\fcharset2 Symbol;}}{\colortbl;\red0\green0\blue0;}
{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s9 toc 1;}{\*\cs2 Kenmerk;}}
{\info{\title Geen tekst}}{\header\pard Kop van de bladzijde\par}
\pard\s9 1 Eisen\tab 3\par
\pard\s1 Eisen\par
\pard De leverancier \'e9n zijn keten: caf\u233?s, \u8364\'80 5, \uc2\u960 pi\uc1 .\par
{\pard{\listtext 3.4.4\tab}\ls1\ilvl0 De opdrachtnemer levert:\par}
{\pard{\listtext a)\tab}\ls1\ilvl1 een lijst;\par}
\pard Dit {\strike vervalt}{\deleted en dit bestaat niet}{\v en dit is verborgen} blijft{\footnote \pard Een noot.}.\par
{\strike Geheel geschrapt.\par}
\pard{\field{\*\fldinst HYPERLINK "http://voorbeeld.invalid"}{\fldrslt een verwijzing}} met \{accolades\}\line nieuwe regel\par
{\*\onbekend weg ermee}{\upr{ansi-tekst}{\*\ud{Unicode-tekst}}}\par
{\pict\bin4 }}{{}{\f1\'b7} punt\par
\trowd\trhdr\intbl Soort\cell Eis\cell\row
\trowd\intbl Graniet\cell Herkomst\par bekend\cell\row
\pard Slot \u-10179?\u-8704?}"""


def rich_text():
    write("hand-nl.rtf", RTF.encode("cp1252"))
    libreoffice("clauses-nl.docx", "clauses-nl.rtf")
    libreoffice("tracked-nl.docx", "tracked-nl.rtf")
    libreoffice("award-table-fr.docx", "award-table-fr.rtf")
    libreoffice("clauses-nl.docx", "clauses-nl.doc")
    write("other.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2040))


def saved_by_libreoffice():
    libreoffice("clauses-nl.docx", "saved-clauses-nl.odt")
    libreoffice("tracked-nl.docx", "saved-tracked-nl.odt")
    libreoffice("text-box-nl.docx", "saved-text-box-nl.odt")
    libreoffice("clauses-nl.odt", "saved-clauses-nl.docx")
    libreoffice("notes-nl.docx", "saved-notes-nl.docx")


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for make in (
        headings, clauses, award_table, nested_table, layout_table, notes, text_boxes, tracked, struck, inline,
        contents, controls, imitated, broken_lines, refused, odt, prices, inline_strings, scores, pages, rich_text,
        saved_by_libreoffice,
    ):
        make()
