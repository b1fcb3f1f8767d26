"""Words by which the lines of a British address are told apart."""

STREETS = frozenset(
    "road rd street st avenue ave lane ln close cl drive dr way crescent cres gardens gdns place pl"
    " terrace ter terr grove gr hill square sq walk row mews parade rise view green mead meads chase"
    " croft path end gate broadway vale field fields heath circus esplanade embankment boulevard"
    " wynd brae loan quay approach link links ridge bank cross yard turn orchard causeway promenade"
    " crest spur dene garth leys holt brow fold drove strand passage alley arcade park court"
    " highway hey mount meadow meadows wood common drift loke ride rd. st. ave. crossing stile"
    " reach paddock paddocks bridge knoll dell glade coppice copse spinney walkway side"
    " ffordd heol stryd lôn".split()
)
STREETS_BEGIN = frozenset("ffordd heol stryd lôn maes clos rue".split())
BUILDINGS = frozenset(
    "house court lodge mansions tower towers heights apartments building buildings flats hall"
    " cottages villas point block wharf hotel home manor mill works place gardens".split()
)
ABBREVIATIONS = {
    "rd": "road",
    "st": "street",
    "ave": "avenue",
    "av": "avenue",
    "ln": "lane",
    "cl": "close",
    "dr": "drive",
    "cres": "crescent",
    "cresent": "crescent",
    "gdns": "gardens",
    "pl": "place",
    "ter": "terrace",
    "terr": "terrace",
    "gr": "grove",
    "sq": "square",
}
SMALL = frozenset("of the upon on in le and under by cum with next sub super y yr de la".split())
COUNTIES = frozenset(
    name.strip()
    for name in (
        "aberdeenshire, angus, avon, bedfordshire, berkshire, buckinghamshire, cambridgeshire,"
        " cheshire, cleveland, clwyd, co durham, cornwall, county antrim, county armagh, county down,"
        " county durham, county fermanagh, county londonderry, county tyrone, cumbria, derbyshire,"
        " devon, dorset, dumfriesshire, durham, dyfed, east lothian, east sussex, east yorkshire,"
        " essex, fife, gloucestershire, greater london, greater manchester, gwent, gwynedd, hampshire,"
        " hants, herefordshire, hertfordshire, herts, highland, humberside, isle of wight, kent,"
        " lanarkshire, lancashire, lancs, leicestershire, lincolnshire, lincs, merseyside, mid glamorgan,"
        " middlesex, middx, midlothian, moray, norfolk, north yorkshire, northamptonshire, northants,"
        " northumberland, nottinghamshire, notts, oxfordshire, oxon, pembrokeshire, perthshire, powys,"
        " renfrewshire, rutland, shropshire, somerset, south glamorgan, south yorkshire, staffordshire,"
        " staffs, suffolk, surrey, sussex, tyne and wear, warwickshire, west glamorgan, west lothian,"
        " west midlands, west sussex, west yorkshire, wilts, wiltshire, worcestershire, worcs, uk,"
        " united kingdom, england, scotland, wales, northern ireland"
    ).split(",")
)
