"""Writes the two sample packages in office formats: a draft in DOCX and a published file in PDF.

    pip install python-docx      # and LibreOffice for the PDF
    python3 make-samples.py
"""
import pathlib
import subprocess
import tempfile

import docx

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "Samples"


def document(blocks, path):
    """Blocks: `# heading`, `## heading`, `- item`, rows as tuples, and paragraphs."""
    out = docx.Document()
    table = None
    for block in blocks:
        if isinstance(block, tuple):
            if table is None:
                table = out.add_table(rows=0, cols=len(block))
                table.style = "Table Grid"
            for cell, text in zip(table.add_row().cells, block):
                cell.text = text
            continue
        table = None
        if block.startswith("## "):
            out.add_heading(block[3:], 2)
        elif block.startswith("# "):
            out.add_heading(block[2:], 1)
        elif block.startswith("- "):
            out.add_paragraph(block[2:], style="List Bullet")
        else:
            out.add_paragraph(block)
    path.parent.mkdir(parents=True, exist_ok=True)
    out.save(path)


def pdf(blocks, path):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / (path.stem + ".docx")
        document(blocks, source)
        path.parent.mkdir(parents=True, exist_ok=True)
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(source)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


DRAFT = [
    "# Ontwerpbestek 2027-04: dienst- en werkkledij",
    "De intercommunale Zeverbeek koopt dienst- en werkkledij voor haar 210 medewerkers op de recyclageparken. Dit ontwerp "
    "is nog niet bekendgemaakt.",
    "# 1 Voorwerp en duur",
    "1.1 De opdracht omvat broeken, jassen, truien en regenkledij, met een jaarlijkse bestelling per medewerker.",
    "1.2 De raamovereenkomst loopt vier jaar, met een opzegmogelijkheid na het tweede jaar.",
    "# 2 Gunning",
    "2.1 De opdracht gaat naar de economisch meest voordelige offerte, volgens deze criteria:",
    ("Criterium", "Punten"),
    ("Prijs van het jaarpakket", "50"),
    ("Draagcomfort, beoordeeld door tien medewerkers", "30"),
    ("Herstelling en hergebruik van gedragen stukken", "20"),
    "# 3 Technische eisen",
    "3.1 De kledij voldoet aan EN ISO 20471, klasse 2 of 3 volgens het lot.",
    "3.2 Ritsen en knopen zijn los te bestellen tot vijf jaar na de laatste levering.",
    "3.3 De inschrijver voegt van elk stuk een monster in maat 50 toe.",
    "# 4 Herkomst van de kledij",
    "4.1 De opdrachtnemer bezorgt binnen drie maanden na de sluiting een lijst van de ateliers waar de kledij genaaid wordt "
    "en van de weverijen die de stof leveren, met hun adres.",
    "4.2 Hij onderzoekt bij welke van deze ateliers de arbeiders het grootste risico lopen op dwangarbeid, kinderarbeid of "
    "onveilig werk, en legt zijn bevindingen aan de opdrachtgever voor.",
    "4.3 Een label zoals Fair Wear of SA8000 mag daarbij als bron dienen, maar vervangt dit onderzoek niet.",
    "# 5 Uitvoering",
    "5.1 Leveringen gebeuren op werkdagen tussen 8 en 15 uur, op afspraak met de magazijnier.",
    "5.2 Voor elke dag vertraging wordt een boete van 0,1 % van de bestelling aangerekend.",
    "5.3 De opdrachtnemer neemt gedragen kledij terug en laat ze vervezelen.",
]

GUIDE = [
    "# Règlement de la consultation",
    "Le Syndicat des parcs du Haut-Vernois renouvelle les bordures et les dallages de trois jardins publics.",
    "# Article 1 – Jugement des offres",
    ("Critère", "Pondération"),
    ("Prix des prestations", "45 %"),
    ("Organisation du chantier et maintien des accès", "30 %"),
    ("Qualité et durabilité des matériaux", "25 %"),
    "# Article 2 – Pièces à remettre",
    "- l'acte d'engagement et le bordereau des prix ;",
    "- un mémoire technique de vingt pages au plus ;",
    "- un échantillon de chaque pierre proposée.",
]

SPECIFICATION = [
    "# Cahier des clauses techniques particulières",
    "# Article 1 – Matériaux",
    "1.1 Les dalles sont en granit gris à grain fin, d'une épaisseur de huit centimètres, finition flammée.",
    "1.2 La résistance au gel est établie selon la norme NF EN 12371.",
    "# Article 2 – Origine des pierres",
    "2.1 Avant toute commande, le titulaire communique au maître d'ouvrage le nom et l'adresse de la carrière et des ateliers "
    "de façonnage d'où viennent les pierres.",
    "2.2 Il évalue les risques d'atteinte aux droits des personnes qui y travaillent, notamment le travail des enfants, le "
    "travail forcé et l'exposition aux poussières de silice, en s'appuyant aussi sur le point de vue des ouvriers ou d'un "
    "syndicat.",
    "2.3 Pour les risques les plus graves, il établit avec le fournisseur un plan de mesures daté et le met en œuvre.",
    "2.4 Chaque année, il remet au maître d'ouvrage un rapport sur ces risques, sur les mesures prises et sur leurs effets.",
    "2.5 Le maître d'ouvrage peut faire vérifier sur place le respect du présent article ; en cas de manquement non corrigé "
    "dans les deux mois, une pénalité de 2 000 euros est appliquée.",
    "# Article 3 – Pose",
    "3.1 Les dalles sont posées à joints larges sur lit de mortier ; les coupes se font sous eau.",
    "3.2 Les réseaux existants sont repérés avant tout terrassement.",
]

ANSWERS = [
    "# Questions et réponses n° 1",
    ("N°", "Question", "Réponse"),
    ("1", "Le granit peut-il être bouchardé ?", "Non, la finition flammée est maintenue."),
    ("2", "L'article 2.5 prévoit une pénalité de 2 000 euros. Peut-elle être plafonnée ?",
     "Oui. Elle est plafonnée à trois applications par an."),
    ("3", "Les échantillons sont-ils rendus ?", "Oui, après la notification du marché."),
]

if __name__ == "__main__":
    document(DRAFT, SAMPLES / "12-draft-docx" / "Ontwerpbestek 2027-04.docx")
    folder = SAMPLES / "13-dossier-pdf"
    pdf(GUIDE, folder / "RC.pdf")
    pdf(SPECIFICATION, folder / "CCTP.pdf")
    pdf(ANSWERS, folder / "Questions et réponses 1.pdf")
