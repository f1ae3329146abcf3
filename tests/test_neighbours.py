"""What stands beside a name makes it an employer's, or leaves it for somebody to look at."""

from __future__ import annotations

import pytest

from headcount import extract
from headcount.language.neighbours import legal_end
from headcount.language.tokens import tokens
from headcount.model import Registry
from tests.newsroom import article

NOBODY = Registry()


def told(body: str) -> set[tuple[str, str]]:
    """(employer, tier) of the claims about cuts."""
    reading = extract.reading(article(body, "News of the day"), NOBODY)
    return {(one.organisation.name, one.tier) for one in reading.claims if one.kind == "layoff"}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Nordlys AS will cut 120 jobs.", "Nordlys"),
        ("Hovedbanen A/S is cutting 200 positions in Aarhus.", "Hovedbanen"),
        ("Fjordkraft ASA said 90 employees would be laid off.", "Fjordkraft"),
        ("Osterlund AB lays off 300 in Gothenburg.", "Osterlund"),
        ("Kuusela Oy plans to cut 50 jobs.", "Kuusela"),
        ("Kuusela Oyj plans to cut 50 jobs.", "Kuusela"),
        ("Brandmeyer KG will eliminate 400 jobs.", "Brandmeyer"),
        ("Brandmeyer GmbH & Co. KG will eliminate 400 jobs.", "Brandmeyer"),
        ("Tulpen BV is scrapping 80 jobs.", "Tulpen"),
        ("Tulpen N.V. is scrapping 80 jobs.", "Tulpen"),
        ("Ferrante SpA will shed 700 workers.", "Ferrante"),
        ("Ferrante S.p.A. will shed 700 workers.", "Ferrante"),
        ("Lumiere S.A. plans 230 job cuts.", "Lumiere"),
        ("Wattle Pty Ltd has made 60 staff redundant.", "Wattle"),
        ("Sagar Pvt Ltd has sacked 500 workers.", "Sagar"),
        ("Sagar Private Limited has sacked 500 workers.", "Sagar"),
        ("Bumi Harta Bhd will retrench 640 staff.", "Bumi Harta"),
        ("Bumi Harta Sdn Bhd will retrench 640 staff.", "Bumi Harta"),
        ("Tsukimoto KK will cut 1,000 jobs.", "Tsukimoto"),
        ("Tsukimoto Co., Ltd. will cut 1,000 jobs.", "Tsukimoto"),
        ("Holloway Grist LLP is making 53 lawyers redundant.", "Holloway Grist"),
        ("Northmoor NHS Trust is to cut 300 posts.", "Northmoor NHS Trust"),
        ("Northmoor NHS Foundation Trust is to cut 300 posts.", "Northmoor NHS Foundation Trust"),
        ("As the company said, 300 jobs will go at Mervale plc.", "Mervale"),
        ("Companhia Aurora SA dismissed 900 workers.", "Companhia Aurora"),
        ("Kim Jeong Co. will lay off 300 workers.", "Kim Jeong"),
        ("The Leeds-based bakery chain Crumbold will cut 300 jobs.", "Crumbold"),
        ("Bakery chain Crumbold will cut 300 jobs.", "Crumbold"),
        ("Edtech unicorn Vidyaplus laid off 300 people on Monday.", "Vidyaplus"),
        ("Food-delivery start-up Zipcrate parted ways with 380 people.", "Zipcrate"),
        ("Battery recycler Aquavolt shed half its staff on Friday.", "Aquavolt"),
        ("Truckmaker Osterlund is cutting 200 jobs.", "Osterlund"),
        ("Magic circle law firm Grist is making 53 lawyers redundant.", "Grist"),
        ("Software group Pelora said it would eliminate 240 positions.", "Pelora"),
        ("Carmaker Veloria will axe 1,200 jobs.", "Veloria"),
        ("Payments processor Corvane is laying off 140 people.", "Corvane"),
        ("Supermarket giant Foodham cuts 900 jobs.", "Foodham"),
        ("The online furniture seller Loftly is laying off 120.", "Loftly"),
        ("Phone company Teledix is closing a centre and will let go 450 people.", "Teledix"),
        ("Toy manufacturer Hobbins is laying off 10% of staff.", "Hobbins"),
        ("Insurance group Marlowe has announced 1,200 job losses.", "Marlowe"),
        ("The French tyre maker Michaud will shut a plant with the loss of 300 jobs.", "Michaud"),
        ("German chemicals group Rheinwerk plans to cut 2,600 jobs.", "Rheinwerk"),
        ("The struggling department store operator Delacroix is to shed 700 staff.", "Delacroix"),
        ("Fintech Paysley has laid off 90 employees.", "Paysley"),
        ("Housebuilder Oakmere is consulting on 250 redundancies.", "Oakmere"),
        ("Engineering firm Babbage Marine intends to remove 340 posts.", "Babbage Marine"),
        ("Charity Shelterwell is cutting 70 jobs.", "Shelterwell"),
        ("The streaming service Vidora will lay off 300 employees.", "Vidora"),
        ("Airline Skyvale to cut 400 cabin crew jobs.", "Skyvale"),
        ("Games developer Emberforge has laid off 85 people.", "Emberforge"),
        ("Privately held Pelora is laying off 200 workers.", "Pelora"),
        ("The family-owned Pelora is laying off 200 workers.", "Pelora"),
        ("I told everyone at Pelora today that we are saying goodbye to 73 colleagues.", "Pelora"),
        ("Pelora said on Monday in a letter that 83 people at its mill would lose jobs.", "Pelora"),
        ("Pelora Bio will lay off 83 people.", "Pelora Bio"),
        ("Banco Pelora will lay off 83 people.", "Banco Pelora"),
        ("The video site Pelora said that 83 people would be leaving.", "Pelora"),
        ("Owner Pelora Kelm closed its packing hall with the loss of 65 posts.", "Pelora Kelm"),
        ("Pelora, which shares the site, says 113 posts of its own are at risk.", "Pelora"),
        ("Direct job losses at carmaker Pelora's Kelm plant number 3,850.", "Pelora"),
        ("As many as 50 workmen at Pelora Motors' Kelm mill were laid off.", "Pelora Motors"),
        ("Pelora and its unions have agreed on 380 redundancies.", "Pelora"),
        ("Pelora, a maker of garden tools, will lay off 200 workers.", "Pelora"),
        ("Pelora, maker of garden tools, will lay off 200 workers.", "Pelora"),
        ("Pelora – the parent of Dintex – will lay off 200 workers.", "Pelora"),
        ("Pelora, the Leeds-based parent of Dintex, will lay off 200 workers.", "Pelora"),
        ("Pelora (the owner of Dintex) is cutting 200 jobs.", "Pelora"),
        ("Pelora, which makes garden tools, is cutting 200 jobs.", "Pelora"),
        ("Pelora, which employs 3,000 people, is cutting 200 jobs.", "Pelora"),
        ("Pelora, one of the country's biggest brewers, is cutting 200 jobs.", "Pelora"),
        ("Pelora, Europe's second-largest steelmaker, is cutting 200 jobs.", "Pelora"),
        ("Pelora, based in Leeds, is cutting 200 jobs.", "Pelora"),
        ("Pelora, headquartered in Oslo, is cutting 200 jobs.", "Pelora"),
        ("Pelora, whose shares have halved, is cutting 200 jobs.", "Pelora"),
        ("Pelora, listed on the London Stock Exchange, will shed 90 staff.", "Pelora"),
        ("Pelora boss Jane Reed said 300 jobs would go.", "Pelora"),
        ("Pelora chief executive Jane Reed said 300 jobs would go.", "Pelora"),
        ("Pelora CEO Jane Reed told staff that 300 jobs would be cut.", "Pelora"),
        ("Pelora shares fell after it said it would cut 300 jobs.", "Pelora"),
        ("Shares in Pelora fell after it announced 300 job cuts.", "Pelora"),
        ("Shares of Pelora rose 5% after the company said it would cut 300 jobs.", "Pelora"),
        ("Pelora told its workers that 300 jobs would go.", "Pelora"),
        ("Pelora told staff it would cut 300 jobs.", "Pelora"),
        ("Pelora said on Thursday it will cut 300 jobs.", "Pelora"),
        ("Pelora announced it will lay off 300 employees.", "Pelora"),
        ("Pelora has confirmed that it will cut 300 jobs.", "Pelora"),
        ("In a filing, Pelora said it would cut 300 jobs.", "Pelora"),
        ("Pelora is laying off 300 of its 2,000 employees.", "Pelora"),
        ("Pelora has laid off about 10% of its workforce.", "Pelora"),
        ("Pelora's management announced 300 job cuts.", "Pelora"),
        ("Pelora spokeswoman Ana Diaz said 300 jobs would go.", "Pelora"),
        ("A spokesman for Pelora said 300 jobs would be lost.", "Pelora"),
        ("Bosses at Pelora have told unions that 300 jobs must go.", "Pelora"),
        ("Management at Pelora plans 300 redundancies.", "Pelora"),
        ("Administrators for Pelora have made 300 staff redundant.", "Pelora"),
        ("Administrators of Pelora have made 300 staff redundant.", "Pelora"),
        ("Pelora's administrators have made 300 staff redundant.", "Pelora"),
        ("Three hundred people were laid off by the Leeds-based chain Pelora.", "Pelora"),
        ("Orsa Ltd, Veldt's competitor across the river, cut 97 positions last month.", "Orsa"),
        ("Orsa Ltd, whose parent is Veldt AG, cut 97 positions.", "Orsa"),
        ("Orsa Ltd, a unit of Veldt AG, cut 97 positions.", "Orsa"),
        ("Orsa Ltd, owned by Veldt AG, will cut 97 jobs.", "Orsa"),
        ("Orsa Ltd, part of Veldt AG, will cut 97 jobs.", "Orsa"),
        ("Orsa Ltd, which supplies Veldt AG, will cut 97 jobs.", "Orsa"),
        ("Orsa Ltd, like Veldt AG before it, will cut 97 jobs.", "Orsa"),
        ("Veldt AG owns Orsa Ltd, which is cutting 97 jobs.", "Orsa"),
        ("Veldt AG is selling Orsa Ltd. Orsa will cut 97 jobs.", "Orsa"),
        ("Veldt AG said its Orsa unit would cut 97 jobs.", "Veldt"),
        ("Analysts at Veldt Bank said Orsa Ltd would cut 97 jobs.", "Orsa"),
        ("Veldt Bank analyst Jane Cole expects Orsa Ltd to cut 97 jobs.", "Orsa"),
        ("Orsa Ltd hired Veldt Partners to advise it. It will cut 97 jobs.", "Orsa"),
        ("Orsa Ltd lost a contract with Veldt AG. It will cut 97 jobs.", "Orsa"),
        ("Orsa Ltd lost a contract with Veldt AG. The company will cut 97 jobs.", "Orsa"),
        ("Rival Orsa Ltd laid off 97 people in May.", "Orsa"),
        ("Its rival Orsa Ltd laid off 97 people in May.", "Orsa"),
        ("Veldt AG's rival Orsa Ltd laid off 97 people in May.", "Orsa"),
        ("The news comes a month after Orsa Ltd cut 97 jobs.", "Orsa"),
        ("Elsewhere, Orsa Ltd is shedding 97 posts.", "Orsa"),
        ("Separately, Orsa Ltd announced 97 redundancies.", "Orsa"),
        ("Meanwhile, 97 jobs will go at Orsa Ltd.", "Orsa"),
        ("Having cut 97 jobs in March, Orsa Ltd now wants more.", "Orsa"),
        ("After cutting 97 jobs in March, Orsa Ltd has new plans.", "Orsa"),
        ("By shedding 97 jobs, Orsa Ltd hopes to save money.", "Orsa"),
        ("On top of the 97 job cuts announced in May, Orsa Ltd will shut a depot.", "Orsa"),
        ("With 97 jobs already gone, Orsa Ltd is hiring again.", "Orsa"),
        (
            "Delmar Airlines met on Monday. Delmar shares fell. Delmar will cut 97 jobs.",
            "Delmar Airlines",
        ),
        ("Vander Consulting Group (VCG) met. VCG is to cut 97 jobs.", "Vander Consulting"),
        ("Unite said 97 jobs would go at Orsa Ltd.", "Orsa"),
        ("The GMB says 97 jobs are at risk at Orsa Ltd.", "Orsa"),
        ("Unite said it would fight plans by Orsa Ltd to cut 97 jobs.", "Orsa"),
        ("WELDON, Ohio (AP) - Orsa Ltd will cut 97 jobs.", "Orsa"),
        ("WELDON, Ohio - About 97 jobs will go at Orsa Ltd.", "Orsa"),
        ("Moody's said Orsa Ltd would cut 97 jobs.", "Orsa"),
        ("The Ledger reported that Orsa Ltd would cut 97 jobs.", "Orsa"),
        ("The Weldon Ledger reported that Orsa Ltd would cut 97 jobs.", "Orsa"),
        ("Reuters reported that Orsa Ltd would cut 97 jobs.", "Orsa"),
        ("Orsa Ltd will cut 97 jobs, the Weldon Ledger reported.", "Orsa"),
        ("The University of Northmere plans to cut 97 posts.", "University of Northmere"),
        ("Northmere University is consulting on 97 redundancies.", "Northmere University"),
        ("Northmere General Hospital is laying off 97 nurses.", "Northmere General Hospital"),
        ("Northmere Hospital said it will cut 97 jobs.", "Northmere Hospital"),
        ("Marden County Council says 97 posts must go.", "Marden County Council"),
        ("Ninety-seven posts are to go at the University of Northmere.", "University of Northmere"),
        ("Northmere NHS Trust is making 97 people redundant.", "Northmere NHS Trust"),
        ("The charity Shelterwell is to close, with the loss of 97 jobs.", "Shelterwell"),
        ("The Weldon Museum has laid off 97 workers.", "Weldon Museum"),
        ("Crypto exchange iCoin has cut 97 jobs.", "iCoin"),
        ("Travel site Hopaway.com said it would cut 97 jobs.", "Hopaway.com"),
        ("Van der Leest NV will cut 97 jobs.", "Van der Leest"),
        ("L'Avenir SA is cutting 97 jobs.", "L'Avenir"),
        ("Mason & Pike plc is cutting 97 jobs.", "Mason & Pike"),
        ("3Peaks Ltd will cut 97 jobs.", "3Peaks"),
        ("Harrods-style retailer O'Dowd's is cutting 97 jobs.", "O'Dowd's"),
        ("The Body Barn Ltd is cutting 97 jobs.", "Body Barn"),
    ],
)
def test_an_employer_by_what_stands_beside_it(body: str, name: str) -> None:
    """Legal forms, kinds, descriptions, leaders, shares, "it", and phrases that come first."""
    assert told(body) == {(name, "published")}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Pelora, founded in 1988, is cutting 200 jobs.", "Pelora"),
        ("Pelora's chief executive, Jane Reed, said 300 jobs would go.", "Pelora"),
        ("Pelora employees were told on Monday that 300 jobs would go.", "Pelora"),
        ("Staff at Pelora were told on Monday that 300 jobs would go.", "Pelora"),
        ("Pelora plans to cut 300 jobs, it said.", "Pelora"),
        ("Pelora's decision to cut 300 jobs was criticised.", "Pelora"),
        ("Pelora's plan to cut 300 jobs was criticised.", "Pelora"),
        ("Plans by Pelora to cut 300 jobs were criticised.", "Pelora"),
        ("A decision by Pelora to lay off 300 workers was criticised.", "Pelora"),
        ("300 jobs are to go at Pelora.", "Pelora"),
        ("300 jobs are at risk at Pelora.", "Pelora"),
        ("Veldt's Orsa unit is cutting 97 jobs.", "Veldt"),
        ("Following 97 layoffs in May, Orsa Ltd is hiring again.", "Orsa"),
        ("Bank of the Lakes (BotL) met on Monday. BotL will cut 97 jobs.", "Bank of the Lakes"),
        ("Bank of the Lakes (BOTL) met on Monday. BOTL will cut 97 jobs.", "Bank of the Lakes"),
        ("Starmer is to axe 10,000 civil service jobs.", "civil service"),
        ("Northmere College will lose 97 staff.", "Northmere College"),
        ("Marden council is to axe 97 jobs.", "Marden"),
        ("The Weldon School District approved 97 layoffs.", "Weldon School District"),
        ("eBrick is laying off 97 people.", "eBrick"),
        (
            "It will cut 86 posts at the Three Elms school district.",
            "Three Elms school district",
        ),
    ],
)
def test_a_likely_employer_is_for_review(body: str, name: str) -> None:
    """A name that only acts as an employer does may be a place's or a person's."""
    assert told(body) == {(name, "review")}


@pytest.mark.parametrize(
    "aside",
    [
        "plant manager Curt Holloway said",
        "said Kayran Brandt, a nurse there",
        "said Kayran Brandt, 43, of Hull",
        "Ngozi Brandt said",
    ],
)
def test_who_speaks_of_a_cut_does_not_hide_the_employer(aside: str) -> None:
    """A person's name takes no part in the search for the employer."""
    assert told(f"Pelora Ltd is in trouble. In January 60 jobs were cut, {aside}.") == {
        ("Pelora", "review")
    }


def test_a_site_s_name_is_no_subject() -> None:
    body = "Pelora Ltd is in trouble. The Kelmby lens factory bears the brunt: 131 jobs will go."
    assert told(body) == {("Pelora", "review")}


def test_a_headline_s_short_name_is_the_whole_one_s() -> None:
    one = article(
        "Pelora & Sons said on Tuesday that 90 jobs will be cut.", "Pelora to cut 90 jobs"
    )
    found = extract.reading(one, NOBODY).claims
    assert {claim.organisation.name for claim in found} == {"Pelora & Sons"}


def test_a_programme_s_name_is_no_employer() -> None:
    body = 'Pelora Ltd is in trouble. Since the "Fresh Linen" programme began, 60 jobs were cut.'
    assert told(body) == {("Pelora", "review")}


def test_a_town_with_its_state_is_no_employer() -> None:
    body = "Pelora Ltd is in trouble. The Olive Creek, Ohio, hub will lose 610 workers."
    assert told(body) == {("Pelora", "review")}


@pytest.mark.parametrize(
    "body",
    [
        "Unite said it would fight plans to cut 97 jobs.",
        "The Communication Workers Union said it feared 97 jobs would go.",
        "Musk cut 3,700 jobs.",
        "Trump wants to cut 10,000 jobs.",
        "President Lopez will cut 900 jobs.",
        "Leeds will lose 900 jobs.",
        "Weldon, a town in Ohio, will lose 900 jobs.",
        "The town of Weldon lost 300 jobs.",
        "According to Jones, the company will cut 97 jobs.",
        "In Weldon, the company will cut 97 jobs.",
        "The Weldon company will cut 97 jobs.",
        "The Labor Department said employers cut 97,000 jobs.",
        "The Senate voted to cut 900 jobs.",
    ],
)
def test_no_employer(body: str) -> None:
    """Unions, politicians, parliaments and towns cut no jobs of their own."""
    assert not told(body)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("AS will", 1),
        ("As will", 0),
        ("GmbH & Co. KG will", 5),
        (", Inc. will", 3),
        (", Group will", 0),
        ("Sdn Bhd will", 2),
        ("group will", 0),
        ("plc will", 1),
    ],
)
def test_legal_forms(words: str, number: int) -> None:
    """A legal form is told from a word by its capitals and by what parts it from the name."""
    assert legal_end(tokens(words), 0) == number
