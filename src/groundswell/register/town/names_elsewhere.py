"""Names beyond the common lists, chosen because they are awkward for computers."""

from dataclasses import dataclass

from groundswell.register.town.shapes import Sex


@dataclass(frozen=True, slots=True)
class Community:
    """Where a family's names come from, and the franchise marker its people may carry."""

    weight: float
    forenames: dict[Sex, tuple[str, ...]]
    surnames: tuple[str, ...]
    markers: str = ""


COMMUNITIES: tuple[Community, ...] = (
    Community(
        0.016,
        {
            "F": ("Siobhán", "Aoife", "Niamh", "Sinead", "Róisín", "Mairead", "Bridget"),
            "M": ("Seán", "Eoin", "Padraig", "Ciarán", "Diarmuid", "Liam", "Conor"),
        },
        ("O'Brien", "O’Brien", "O`Brien", "O'Connor", "O'Neill", "Ó Súilleabháin", "McCarthy"),
    ),
    Community(
        0.012,
        {
            "F": ("Siân", "Angharad", "Rhiannon", "Llinos", "Ffion", "Non"),
            "M": ("Dafydd", "Siôn", "Iwan", "Gwilym", "Llŷr", "Huw"),
        },
        ("Llewellyn", "Ap Rhys", "ap Gwilym", "Prŷs", "Bowen", "Gruffydd"),
    ),
    Community(
        0.018,
        {
            "F": ("Morag", "Fiona", "Kirsty", "Shona", "Eilidh"),
            "M": ("Hamish", "Angus", "Ewan", "Iain", "Callum"),
        },
        ("McDonald", "MacDonald", "Macdonald", "Mcdonald", "McKenzie", "Mackintosh", "McLeod"),
    ),
    Community(
        0.02,
        {
            "F": ("Małgorzata", "Agnieszka", "Zofia", "Katarzyna", "Elżbieta"),
            "M": ("Łukasz", "Wojciech", "Krzysztof", "Stanisław", "Paweł"),
        },
        ("Kowalski", "Nowak", "Wiśniewski", "Wójcik", "Dąbrowski", "Szymańska"),
        "GBK",
    ),
    Community(
        0.014,
        {
            "F": ("Ioana", "Ştefania", "Andreea", "Mihaela"),
            "M": ("Ștefan", "Bogdan", "Ionuț", "Răzvan"),
        },
        ("Popescu", "Ionescu", "Țurcanu", "Munteanu", "Stănescu"),
        "GB",
    ),
    Community(
        0.006,
        {
            "F": ("Anneke", "Saskia", "María José", "Chloë", "Françoise"),
            "M": ("Jeroen", "Björn", "José María", "Jean-Luc", "Zoltán"),
        },
        (
            "van der Berg",
            "Van Den Broek",
            "de la Cruz",
            "d'Souza",
            "Müller",
            "García López",
            "Dupré",
        ),
        "GB",
    ),
    Community(
        0.03,
        {
            "F": ("Priya", "Fatima", "Ayesha", "Harpreet", "Sunita", "Nasreen"),
            "M": ("Mohammed", "Imran", "Gurpreet", "Rajesh", "Arjun", "Abdul Rahman"),
        },
        ("Patel", "Khan", "Begum", "Singh", "Kaur", "Hussain", "Chaudhry", "Uddin"),
    ),
    Community(
        0.028,
        {
            "F": ("Ngozi", "Funmilayo", "Adaeze", "Abena", "Oluwaseun"),
            "M": ("Chukwuemeka", "Olufemi", "Kwame", "Babatunde", "N'Golo"),
        },
        ("Adeyemi", "Okafor", "Mensah", "Oyelaran-Williams", "Nwosu", "Afolabi"),
    ),
    Community(
        0.003,
        {"F": ("Nguyễn Thị", "Mei-Ling", "X"), "M": ("Wei", "Đức", "Bo")},
        ("Nguyễn", "Li", "O", "Ng", "Wu"),
    ),
)

SINGLE_NAMES = ("Suryani", "Teller", "Madhavi", "Sukarno")
NAME_TAILS = {"M": ("Jr", "OBE", "III"), "F": ("MBE", "OBE")}
