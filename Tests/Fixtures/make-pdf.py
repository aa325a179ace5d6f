#!/usr/bin/env python3
"""Makes the PDF files that the tests read, into the folder given (default: `pdf` beside this script).

    python3 -m venv venv && venv/bin/pip install reportlab==5.1.0 pikepdf==10.18.0 weasyprint==70.0
    venv/bin/python Tests/Fixtures/make-pdf.py

`pdflatex` and `soffice` make two of them and are left out when they are not installed. All names are invented.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import pikepdf
import weasyprint
from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table

rl_config.invariant = 1
OUT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "pdf"
WIDTH, HEIGHT = A4

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=8)
JUSTIFIED = ParagraphStyle("justified", parent=BODY, alignment=TA_JUSTIFY)
HEADING = ParagraphStyle("heading", fontName="Helvetica-Bold", fontSize=14, leading=18, spaceBefore=8, spaceAfter=6)
LOWER = ParagraphStyle("lower", parent=HEADING, fontSize=11, leading=14)
TITLE = ParagraphStyle("title", parent=HEADING, fontSize=20, leading=26)
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=18, bulletIndent=4)
CELL = ParagraphStyle("cell", parent=BODY, spaceAfter=0)
BOLD = ParagraphStyle("bold", parent=CELL, fontName="Helvetica-Bold")


def build(name, story, columns=1, header=None, footer=None, size=A4, alternate=None):
    """One document: `header` and `footer` are texts with {page}; `alternate` is the header of even pages."""
    width, height = size
    margin, gap = 56, 24
    each = (width - 2 * margin - gap * (columns - 1)) / columns
    frames = [
        Frame(margin + index * (each + gap), 70, each, height - 140, id=f"c{index}", leftPadding=0, rightPadding=0)
        for index in range(columns)
    ]

    def furniture(canvas, document):
        canvas.setFont("Helvetica", 8)
        text = alternate if alternate and document.page % 2 == 0 else header
        if text:
            canvas.drawString(margin, height - 40, text.format(page=document.page))
        if footer:
            canvas.drawRightString(width - margin, 36, footer.format(page=document.page))

    document = BaseDocTemplate(str(OUT / name), pagesize=size, title=name)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=furniture, pagesize=size))
    document.build(story)


def paragraphs(texts, style=BODY):
    return [Paragraph(text, style) for text in texts]


NL = [
    "De opdrachtnemer levert natuursteen waarvan de herkomst tot en met de groeve bekend is en legt daarvan voor "
    "de eerste levering een overzicht over aan de directie.",
    "Het overzicht noemt voor iedere partij de groeve, de zagerij en het land, met de naam van de leverancier en de "
    "datum waarop de partij is verscheept.",
    "Binnen zes weken na de opdracht stelt de opdrachtnemer een risicoanalyse op van zijn keten en bespreekt die "
    "met de opdrachtgever in het eerste bouwoverleg.",
    "De opdrachtgever kan de gegevens laten nagaan door een onafhankelijke deskundige, aan wie de opdrachtnemer "
    "alle medewerking verleent die redelijkerwijs nodig is.",
    "Blijkt dat in de groeve kinderen werken, dan treft de opdrachtnemer samen met zijn leverancier maatregelen "
    "die de oorzaak wegnemen en meldt hij de voortgang ieder kwartaal.",
]
FR = [
    "Le titulaire fournit des pierres naturelles dont la provenance est connue jusqu’à la carrière et remet, avant la "
    "première livraison, un relevé de la chaîne d’approvisionnement.",
    "Ce relevé mentionne pour chaque lot la carrière, la scierie et le pays, ainsi que le nom du fournisseur et la "
    "date d’expédition.",
    "Dans un délai de six semaines, le titulaire établit une analyse des risques et la présente au pouvoir "
    "adjudicateur lors de la première réunion de chantier.",
    "Le pouvoir adjudicateur peut faire vérifier ces données par un expert indépendant, auquel le titulaire apporte "
    "toute l’aide raisonnablement nécessaire.",
    "S’il apparaît que des enfants travaillent dans la carrière, le titulaire prend avec son fournisseur des mesures "
    "qui en suppriment la cause et en rend compte chaque trimestre.",
]
DE = [
    "Der Auftragnehmer liefert Naturstein, dessen Herkunft bis zum Steinbruch bekannt ist, und legt vor der ersten "
    "Lieferung eine Übersicht der Lieferkette vor.",
    "Die Übersicht nennt für jede Lieferung den Steinbruch, das Sägewerk und das Land sowie den Namen des "
    "Lieferanten und den Tag der Verschiffung.",
    "Innerhalb von sechs Wochen erstellt der Auftragnehmer eine Risikoanalyse und erläutert sie dem Auftraggeber "
    "in der ersten Baubesprechung.",
]
EN = [
    "The contractor supplies natural stone whose origin is known down to the quarry and hands over an overview of "
    "the supply chain before the first delivery.",
    "The overview names the quarry, the sawmill and the country of each consignment, with the name of the supplier "
    "and the day of shipment.",
    "Within six weeks the contractor draws up a risk analysis and explains it to the contracting authority at the "
    "first site meeting.",
]


def one_column():
    story = [Paragraph("Bestek herinrichting Kadeplein", TITLE)]
    for number, title in enumerate(["Inleiding", "Levering", "Uitvoering", "Toezicht", "Oplevering"], 1):
        story.append(Paragraph(f"{number} {title}", HEADING))
        story.append(Paragraph(f"{number}.1 Algemeen", LOWER))
        story += paragraphs(NL * 2)
        story.append(Paragraph(f"{number}.2 Bijzonder", LOWER))
        story += paragraphs(NL)
    build("one-column-nl.pdf", story, header="Gemeente Veldemeer – Bestek 2024-17", footer="Pagina {page}")


def two_columns():
    story = [Paragraph("Cahier des charges", HEADING)]
    for number, title in enumerate(["Objet", "Livraison", "Contrôle"], 1):
        story.append(Paragraph(f"Article {number} – {title}", LOWER))
        story += paragraphs(FR * 2, JUSTIFIED)
    build("two-columns-fr.pdf", story, columns=2, header="Ville de Montrive", footer="{page}/3")


def hyphenated():
    """Lines broken by hand, so that the place of every hyphen is known; also one over the page break."""
    canvas = Canvas(str(OUT / "hyphenated-nl.pdf"), pagesize=A4)
    lines = [
        ["De opdrachtnemer maakt voor de levering van natuur-", "steen een overzicht van de toeleverings-",
         "keten en houdt dat gedurende de looptijd bij."],
        ["Het overzicht wordt ieder jaar herzien en aan de op-"],
    ]
    pages = [lines, [["drachtgever gezonden, die het binnen vier weken be-", "oordeelt."],
                     ["Het rapport noemt OESO-", "richtlijnen en de CO2-uitstoot."]], [["Einde van dit stuk."]]]
    for number, blocks in enumerate(pages, 1):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(56, 800, "Waterschap De Lage Dijk")
        canvas.drawCentredString(WIDTH / 2, 30, f"- {number} -")
        canvas.setFont("Helvetica", 11)
        y = 740 if number == 1 else 770
        for block in blocks:
            for line in block:
                canvas.drawString(56, y, line)
                y -= 14
            y -= 12
        canvas.showPage()
    canvas.save()


AWARD = [
    ["Gunningscriterium", "Subcriterium", "Maximale punten"],
    ["Prijs", "Inschrijfsom volgens het inschrijfbiljet", "400"],
    ["K1 Plan van aanpak", "Fasering en bereikbaarheid van de winkels tijdens het werk, met een planning op hoofdlijnen",
     "250"],
    ["K2 Herkomst natuursteen", "Wijze waarop de inschrijver de keten tot en met de groeve in beeld brengt", "250"],
    ["K3 Samenwerking", "Overleg met omwonenden", "100"],
    ["Totaal", "", "1000"],
]


def award_table():
    rows = [[Paragraph(cell, BOLD if not index else CELL) for cell in row] for index, row in enumerate(AWARD)]
    table = Table(rows, colWidths=[120, 250, 90], style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black),
                                                        ("VALIGN", (0, 0), (-1, -1), "TOP")])
    story = [Paragraph("4 Gunning", HEADING), Paragraph("De inschrijvingen worden beoordeeld op de volgende criteria:", BODY),
             table, Spacer(1, 12), Paragraph(NL[3], BODY)]
    build("award-table-nl.pdf", story, header="Gunningsleidraad", footer="{page}")


def plain_table():
    """Without lines, short cells: only the places of the words tell that it is a table."""
    rows = [["Critère", "Pondération", "Note"], ["Prix des prestations", "60 %", "sur 60"],
            ["Valeur technique", "30 %", "sur 30"], ["Performance environnementale", "10 %", "sur 10"]]
    story = [Paragraph("Article 7 – Jugement des offres", LOWER), Paragraph(FR[1], BODY),
             Table(rows, colWidths=[200, 110, 90], hAlign="LEFT"), Spacer(1, 10), Paragraph(FR[2], BODY)]
    build("plain-table-fr.pdf", story)


def long_table():
    """A table over three pages with its header row on each, on landscape pages."""
    header = [Paragraph(cell, BOLD) for cell in ["Nr.", "Vraag", "Antwoord", "Ref."]]
    rows = [header]
    for number in range(1, 31):
        rows.append([Paragraph(cell, CELL) for cell in [
            str(number), f"Mag partij {number} uit een andere groeve komen dan in de inschrijving is genoemd?",
            f"Ja, mits de opdrachtnemer de herkomst van partij {number} opnieuw aantoont en de directie akkoord is.",
            f"3.{number}"]])
    table = Table(rows, colWidths=[40, 280, 330, 50], repeatRows=1,
                  style=[("GRID", (0, 0), (-1, -1), 0.25, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    build("long-table-nl.pdf", [Paragraph("Nota van inlichtingen", HEADING), table], size=landscape(A4),
          footer="Nota van inlichtingen 1, blad {page}")


def clauses():
    story = [Paragraph("Besondere Vertragsbedingungen", TITLE)]
    for number, title in enumerate(["Lieferung", "Nachweise", "Kündigung"], 1):
        story.append(Paragraph(f"§ {number} {title}", HEADING))
        story += paragraphs([f"({index}) {text}" for index, text in enumerate(DE, 1)])
        story.append(Paragraph("Der Auftragnehmer übergibt dem Auftraggeber:", BODY))
        for mark, text in zip("abc", ["eine Liste der Steinbrüche,", "den Bericht einer unabhängigen Stelle,",
                                      "die Erklärungen seiner Lieferanten über die Arbeitsbedingungen im Steinbruch, in "
                                      "deutscher oder englischer Sprache."]):
            story.append(Paragraph(text, ITEM, bulletText=f"{mark})"))
    build("clauses-de.pdf", story, header="Stadt Auenbrück, Tiefbauamt", footer="Seite {page} von 2")


def contents():
    titles = ["Introduction", "Supply of stone", "Monitoring", "Termination"]
    canvas_lines = []
    for number, title in enumerate(titles, 1):
        canvas_lines.append(f"{number} {title} {'.' * (70 - len(title))} {number + 1}")
    story = [Paragraph("Specification of works", TITLE), Paragraph("Contents", HEADING)]
    story += [Paragraph(line, BODY) for line in canvas_lines] + [PageBreak()]
    for number, title in enumerate(titles, 1):
        story += [Paragraph(f"{number} {title}", HEADING)] + paragraphs(EN)
        story += [Paragraph(text, ITEM, bulletText="•") for text in ["a list of quarries;", "a plan of monitoring."]]
        story.append(PageBreak())
    build("contents-en.pdf", story[:-1], header="Harbour Authority of Eastmere", footer="Page {page} of 5")


def alternating():
    story = []
    for number in range(1, 5):
        story += [Paragraph(f"{number} Onderdeel {number}", HEADING)] + paragraphs(NL * 3) + [PageBreak()]
    build("alternating-nl.pdf", story[:-1], header="Deel 2: Technische bepalingen", alternate="Provincie Oosterland",
          footer="{page}")


def picture(text_lines, size=(600, 850)):
    """A page as an image, without any text in the PDF."""
    from PIL import Image, ImageDraw

    image = Image.new("1", size, 1)
    draw = ImageDraw.Draw(image)
    for index, line in enumerate(text_lines):
        draw.text((40, 40 + index * 18), line)
    return ImageReader(image.convert("RGB"))


def scans():
    canvas = Canvas(str(OUT / "scan.pdf"), pagesize=A4)
    for _ in range(3):
        canvas.drawImage(picture(NL), 0, 0, WIDTH, HEIGHT)
        canvas.showPage()
    canvas.save()
    canvas = Canvas(str(OUT / "scan-stamped.pdf"), pagesize=A4)
    for page in range(1, 6):
        canvas.drawImage(picture(NL), 0, 0, WIDTH, HEIGHT)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(40, 20, f"Archief Veldemeer {page}/5")
        canvas.showPage()
    canvas.save()
    canvas = Canvas(str(OUT / "scan-cover.pdf"), pagesize=A4)
    canvas.drawImage(picture(NL[:1]), 0, 0, WIDTH, HEIGHT)
    canvas.showPage()
    for _ in range(3):
        y = 760
        for text in NL:
            words = text.split()
            for start in range(0, len(words), 12):
                canvas.drawString(56, y, " ".join(words[start:start + 12]))
                y -= 14
            y -= 10
        canvas.showPage()
    canvas.save()


def legible_scans():
    """Pages that were printed and scanned: what pdftoppm draws of a text, at 200 dots per inch and without grey."""
    if not shutil.which("pdftoppm"):
        return
    for language, title, clauses in SCANNED:
        with tempfile.TemporaryDirectory() as folder:
            paper = pathlib.Path(folder) / "paper.pdf"
            story = [Paragraph(title, TITLE)]
            for number, (heading, text) in enumerate(clauses, 1):
                story += [Paragraph(f"{number} {heading}", HEADING), Paragraph(text, BODY)]
            story += [PageBreak(), Paragraph(LAST[language], BODY)]
            BaseDocTemplate(str(paper), pagesize=A4, pageTemplates=[PageTemplate(
                frames=[Frame(56, 70, WIDTH - 112, HEIGHT - 140)])]).build(story)
            subprocess.run(["pdftoppm", "-mono", "-r", "200", "-png", str(paper), str(paper.with_suffix(""))], check=True)
            canvas = Canvas(str(OUT / f"scanned-{language}.pdf"), pagesize=A4)
            for page in sorted(pathlib.Path(folder).glob("paper-*.png")):
                canvas.drawImage(str(page), 0, 0, WIDTH, HEIGHT)
                canvas.showPage()
            canvas.save()


SCANNED = [
    ("nl", "Bestek kademuur Zandoever", [
        ("Werk", "De aannemer bouwt de muur van de haven en ruimt het terrein op."),
        ("Herkomst van de steen",
         "De aannemer brengt de risico's op kinderarbeid in de keten van de steen in kaart, tot en met de groeve, en "
         "stelt een plan op met maatregelen om gevonden misstanden te stoppen."),
    ]),
    ("fr", "Cahier des charges : quai de Sablerive", [
        ("Travaux", "Le titulaire construit le mur du quai et remet le terrain en ordre."),
        ("Origine de la pierre",
         "Le titulaire analyse les risques de travail des enfants dans la chaîne d'approvisionnement de la pierre, "
         "jusqu'à la carrière, et établit un plan de mesures pour faire cesser les abus constatés."),
    ]),
]
LAST = {"nl": "Het werk is klaar als de steen in de muur ligt en de bouwplaats leeg is.",
        "fr": "Le marché est terminé quand la pierre est posée et que le chantier est vide."}


def troubles():
    """What is wrong with files in practice, made from a good one."""
    good = OUT / "clauses-de.pdf"
    with pikepdf.open(good) as pdf:
        pdf.save(OUT / "encrypted.pdf", encryption=pikepdf.Encryption(user="geheim", owner="baas"), deterministic_id=False)
    with pikepdf.open(good) as pdf:
        pdf.save(OUT / "owner-password.pdf", encryption=pikepdf.Encryption(user="", owner="baas"))
    with pikepdf.open(good) as pdf:
        pdf.attachments["prijzen.csv"] = b"post;prijs\n1;100\n"
        pdf.save(OUT / "embedded.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    data = good.read_bytes()
    start = data.rindex(b"startxref")
    (OUT / "damaged-xref.pdf").write_bytes(data[:start] + b"startxref\n999999\n%%EOF\n")
    (OUT / "truncated.pdf").write_bytes(data[: len(data) * 3 // 5])
    (OUT / "beyond-repair.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    pdf = pikepdf.new()
    pdf.save(OUT / "zero-pages.pdf")
    many = pikepdf.new()
    content = many.make_stream(b"")
    page = {"/Type": pikepdf.Name.Page, "/MediaBox": [0, 0, 100, 100], "/Contents": content}
    for _ in range(10_050):
        many.pages.append(pikepdf.Page(many.make_indirect(pikepdf.Dictionary(page))))
    many.save(OUT / "many-pages.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)


def gibberish():
    """Letters that stand for others by 29, as some writers leave them when they make a font smaller."""
    shifted = ["".join(chr(ord(c) - 29) if 32 < ord(c) < 127 else c for c in text) for text in NL * 3]
    canvas = Canvas(str(OUT / "shifted.pdf"), pagesize=A4)
    y = 780
    for text in shifted:
        for start in range(0, len(text), 80):
            canvas.drawString(56, y, text[start:start + 80])
            y -= 12
    canvas.save()


def from_html():
    """What a browser-like writer makes: lists with marks, a table, running headers, sentences over pages."""
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in
                   [("Prijs", "60 %"), ("Plan van aanpak", "25 %"), ("Duurzaamheid en ketenzorg", "15 %")])
    chapters = "".join(f"<h2>{n}. Hoofdstuk {n}</h2>" + "".join(f"<p>{t}</p>" for t in NL * 2) for n in range(1, 5))
    html = f"""<html lang=nl><style>
      @page {{ size: A4; margin: 25mm; @top-left {{ content: 'Stichting Scholen Zuidland'; font-size: 8pt }}
        @bottom-right {{ content: counter(page) ' van ' counter(pages); font-size: 8pt }} }}
      body {{ font: 10pt 'DejaVu Sans'; hyphens: auto }} td, th {{ border: 1px solid; padding: 3px }}
    </style><h1>Aanbestedingsleidraad</h1>{chapters}<h2>5. Gunning</h2>
    <table><tr><th>Criterium</th><th>Gewicht</th></tr>{rows}</table>
    <p>Bij de inschrijving horen:</p><ul><li>een verklaring over de herkomst;</li><li>een planning.</li></ul></html>"""
    weasyprint.HTML(string=html).write_pdf(str(OUT / "html-nl.pdf"))
    # Fonts with numbers of their own for the letters, and nothing that says which number is which letter.
    with pikepdf.open(OUT / "html-nl.pdf") as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
                del item["/ToUnicode"]
        pdf.save(OUT / "no-tounicode.pdf")


def from_latex():
    if not shutil.which("pdflatex"):
        return
    text = "\n\n".join(EN * 3)
    source = r"""\documentclass[twocolumn,a4paper]{article}\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}
\pagestyle{headings}\markright{Eastmere tender 24/9}\begin{document}\title{Guide to tenderers}\author{Eastmere}\date{}
\maketitle""" + "".join(rf"\section{{{title}}} {text} \begin{{itemize}}\item a list of quarries;\item a plan.\end{{itemize}}"
                       for title in ["Scope", "Stone", "Award", "Contract", "Control"]) + r"""
\begin{tabular}{lrr}Criterion & Weight & Points\\\hline Price & 40 & 400\\Quality & 60 & 600\\\end{tabular}
\end{document}"""
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "a.tex").write_text(source)
        subprocess.run(["pdflatex", "-interaction=batchmode", "a.tex"], cwd=folder, check=True, capture_output=True)
        shutil.copy(pathlib.Path(folder) / "a.pdf", OUT / "latex-en.pdf")


def from_office():
    if not shutil.which("soffice"):
        return
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr>" for a, b, c in AWARD)
    body = "".join(f"<p>{t}</p>" for t in NL)
    chapters = "".join(f"<h2>{n} Onderdeel</h2>{body}{body}" for n in range(1, 4))
    html = (f"<html lang=nl><meta charset=utf-8><body><h1>Leidraad</h1>{chapters}<h2>4 Gunning</h2><table border=1>{rows}"
            f"</table><p>Over te leggen zijn:</p><ol><li>een ketenoverzicht;</li><li>een verklaring.</li></ol></body></html>")
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "office-nl.html").write_text(html)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                        "pdf:writer_web_pdf_Export", "--infilter=HTML (StarWriter)", "office-nl.html"],
                       cwd=folder, check=True, capture_output=True)
        made = pathlib.Path(folder) / "office-nl.pdf"
        if made.exists():
            shutil.copy(made, OUT / "office-nl.pdf")


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    for make in [one_column, two_columns, hyphenated, award_table, plain_table, long_table, clauses, contents, alternating,
                 scans, legible_scans, troubles, gibberish, from_html, from_latex, from_office]:
        make()
    print(f"{sum(f.stat().st_size for f in OUT.iterdir()) // 1024} kB in {OUT}")
