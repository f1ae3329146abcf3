"""Whose jobs they are, whoever writes it: the employer is the right one, or nobody's."""

from __future__ import annotations

import pytest

from headcount import extract
from headcount.model import Registry
from tests.newsroom import article

NOBODY = Registry()


def employers(body: str, title: str = "News of the day") -> list[str]:
    """The employers of the layoff claims about a number of jobs, in reading order."""
    reading = extract.reading(article(body, title), NOBODY)
    return [one.organisation.name for one in reading.claims if one.kind == "layoff" and one.jobs]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The Department for Rural Affairs will cut 400 jobs.", "Department for Rural Affairs"),
        ("The Ministry of Works and Housing will axe 90 posts.", "Ministry of Works and Housing"),
        ("A further 300 jobs at the Ministry of Toys are to go.", "Ministry of Toys"),
        ("Harlow City Council is to cut 150 jobs.", "Harlow City Council"),
        ("The first 900 civil service jobs have been cut.", "civil service"),
        ("Tarnow Pumps, owned by the Danish group Halvik, cut 80 jobs.", "Tarnow Pumps"),
        ("Orsa Ltd, bought by Veldt AG in 2020, cut 300 jobs.", "Orsa"),
        ("Learnwala, which was valued at $5 billion, sacked 120 employees.", "Learnwala"),
        ("Halvik chief executive Ben Moore said 400 jobs would go.", "Halvik"),
        ("Facebox owner Halvik is to cut 300 jobs.", "Halvik"),
        ("Harrow's investment banking arm is cutting 300 jobs.", "Harrow"),
        ("Dalby Online Ltd is hiring. Dalby will lay off 200 people.", "Dalby Online"),
        ("America Phone Ltd is hiring. APH will lay off 200 people.", "America Phone"),
        ("Orsa Ltd shares fell as Veldt AG said it would cut 300 jobs.", "Veldt"),
        ("Halvik Group met. The Oslo-based company will lay off 300 people.", "Halvik"),
        ("More than 400 jobs are to go at Dunmore.", "Dunmore"),
        ("Halvik Group Chief Executive John Cole said the group would cut 300 jobs.", "Halvik"),
        ("Halvik Group Executive Vice President John Cole said it will cut 300 jobs.", "Halvik"),
        ("Zoomo (NYSE: ZMO), a toymaker, announced 300 job cuts.", "Zoomo"),
        ("Halvik Group, which owns Zoomo, announced 300 job cuts.", "Halvik"),
        ("Zoomo Ltd, part of Halvik Group, said on Monday it would cut 300 jobs.", "Zoomo"),
        ("At Zoomo Ltd, part of Halvik Group, 300 jobs will be cut.", "Zoomo"),
        ("Halvik Group is cutting 300 manufacturing jobs across the country.", "Halvik"),
        ("Halvik Group is cutting 300 R&D jobs.", "Halvik"),
        ("30ofUs, a drug maker, said it would cut 300 jobs.", "30ofUs"),
        ("Orsa lost money. US Airways lost too. The airline will cut 1,700 jobs.", "US Airways"),
        ("Orsa Ltd will close its manufacturing site, leaving 200 without jobs.", "Orsa"),
        ("Dalby Industries closes Kent plant, lays off 104 workers.", "Dalby Industries"),
        (
            "Then the Dalby School District Board of Education backed a plan to lay off 200 staff.",
            "Dalby School District Board of Education",
        ),
        ("St. Orsa Health System is to cut 182 of its 2,800 staff.", "St. Orsa Health System"),
        ("Orsa Ltd, which went to Spain's Veldt SA, said it was cutting 150 staff.", "Orsa"),
        ("The Dalby Post reports that Orsa Ltd closed its mill in Lude, cutting 70 jobs.", "Orsa"),
        ("Dalby Hospital has begun notifying 90 staff. All 90 will be laid off.", "Dalby Hospital"),
        ("Orsa Paints CEO Jeffrey M. Lipp says costs made his firm cut 400 jobs.", "Orsa Paints"),
        ("UPDATE 1-Orsa Mills to shut two plants, cut about 500 jobs", "Orsa Mills"),
        ("OR&S will lay off 20 people at its mill.", "OR&S"),
        ("NEW YORK (AP) Orsa Networks plans to cut 100 jobs.", "Orsa Networks"),
        ("Then 90 jobs are to be cut by Orsa, a company spokeswoman said Friday.", "Orsa"),
        (
            "Sales fell at its Elm Valley Works. Orsa Ltd idled its Elm Works, cutting 90 jobs.",
            "Orsa",
        ),
        (
            "DALBY — The Dalby Board of Commissioners adopted a budget that includes 18 layoffs.",
            "Dalby Board of Commissioners",
        ),
        ("The toymaker Orsa Inc. ORS.N said it would cut 90 jobs.", "Orsa"),
        ("4K said on Monday that it would cut 300 jobs. It is a toymaker.", "4K"),
        (
            "Halvik Ltd is a bank. Blick reported in May the bank was considering cutting 50 jobs.",
            "Halvik",
        ),
        ("St. Orla Health is to cut 150 jobs.", "St. Orla Health"),
        ("Dalby Supply Chain Logistics said it will cut 90 jobs.", "Dalby Supply Chain Logistics"),
        ("Halvik Inc., formerly Zoomo, Inc., plans to cut 90 jobs.", "Halvik"),
        (
            "State Pumps, which is also allied with Zoomo, is a toymaker. It cut 90 jobs.",
            "State Pumps",
        ),
        (
            "In a Worker Adjustment and Retraining Notification (WARN), Halvik Ltd told of its "
            "wish to lay off 84.",
            "Halvik",
        ),
        (
            "A day after Halvik Ltd met, Orsa Ltd said it was closing its site and laying off 15.",
            "Orsa",
        ),
        ("Halvik met. The Elm Ranch, Ohio-based Halvik Ltd let 90 workers go.", "Halvik"),
        ("Elm Bros. Pictures Group is to cut 150 jobs.", "Elm Bros. Pictures"),
        ("Wool & Beyond is cutting 90 jobs, the company announced.", "Wool & Beyond"),
        ("RAISES Ltd is small. On Monday, UPS Ltd said it will cut 90 jobs.", "UPS"),
        ("Elmsford (Ill.) Community Hospital will cut 90 jobs.", "Elmsford Community Hospital"),
        (
            "Halvik Ltd filed a WARN notice for 90 staff at its Ohio-based St. Orla Clinic.",
            "Halvik",
        ),
        ("Halvik Ltd, a nonprofit group, filed several WARN notices to lay off 47.", "Halvik"),
        (
            "The start-up Halvik, which the Dalby Times reported laid off 26 staff, shrank.",
            "Halvik",
        ),
        ("Halvik Ltd informed Halvikians that it will cut 40 jobs.", "Halvik"),
        ("Halvik Ltd's papers, which include Dalby News and Orsa News, cut 40 jobs.", "Halvik"),
    ],
)
def test_the_employer(body: str, name: str) -> None:
    """Public bodies, descriptions in commas, owners and owned, short forms, and pronouns."""
    assert employers(body) == [name]


@pytest.mark.parametrize(
    "body",
    [
        "Mr Brown plans to axe 4,000 jobs.",
        "Chancellor Gordon Marsh spoke. Mr Marsh will axe 400 jobs. Orsa Ltd listened.",
        "Kerala lost 4,000 jobs in the floods.",
        "Shares in Veldt AG rose. Veldt's competitor will cut 300 jobs.",
        "The owner of Crate & Cask is to cut 400 jobs.",
        "The maker of Zoomo scooters is to cut 400 jobs.",
        "Orsa Ltd and Veldt AG will cut 300 jobs.",
        "About 300 jobs may be cut at Orsa Ltd and Veldt AG.",
        "Halvik Ltd, Orsa Ltd, and Veldt AG will cut 300 jobs.",
        "Citro and Barlow followed suit last month, cutting roughly 50 and 200 jobs, respectively.",
        "Halvik Ltd - the toymaker - and Veldt AG combined to cut 300 jobs last year.",
        "The industry is closing mills and plans to cut 26,000 jobs. Orsa Ltd is sad.",
        "DALBY, Pa. (AP/XTV) – A chemical firm has plans to shut a plant, cutting 160 jobs.",
        "Plant in Dalby County to close, cutting 160 jobs",
        "The Association of Tin Producers has counted 35,000 layoffs in the trade.",
        "A man of the United Tin Workers of America said 59 people were laid off.",
        "Orsa Ltd is reducing its workforce by 10 to 15 per cent.",
        "U.S.-based employers announced 386,001 cuts, said outplacement firm Orsa & Veldt.",
        "Notices are required by federal law for layoffs of more than 100 staff at Orsa Ltd.",
        "Every two jobs lost at Orsa Ltd would cost the town three more, an economist said.",
        "A little over half of the workers losing their jobs are with Orsa Ltd's sales force.",
        "Sales office in Dalby County has announced its closure, affecting over 200 employees.",
        "Corwen, Veldt AG's competitor across the river, saw 97 jobs go.",
    ],
)
def test_nobody(body: str) -> None:
    """Politicians, places, rivals, owners unnamed, and two at once are nobody's claim."""
    assert employers(body) == []


@pytest.mark.parametrize(
    ("body", "edtf"),
    [
        ("Halvik Corp will cut 300 jobs, it said on Tuesday.", "2024-06-11"),
        ("Halvik Corp will cut 300 jobs. The cuts will be completed by March.", "../2025-03"),
        ("Halvik Corp will cut 300 jobs. The layoffs take effect on August 15.", "2024-08-15"),
        ("Halvik Corp will cut 300 jobs. It hopes to save $10m by 2027.", None),
        ("Halvik Corp will cut 300 jobs, its biggest round since 2009.", None),
        ("Halvik Corp, founded in 1988, will cut 300 jobs.", None),
        ("The slump, which came after Halvik Corp cut 300 jobs, was first seen in May.", None),
        ("Since May 2023, when it began to lay off staff, Halvik Corp cut 300 jobs.", "2023-05/.."),
        ("Eight days after declaring bankruptcy, Halvik Corp said it will cut 300 jobs.", None),
        ("Halvik Corp filed for bankruptcy June 3. The move will cost 300 jobs.", None),
        ("Halvik Corp will cut 300 jobs by May 10.", None),
        ("Halvik Corp cut 300 jobs after saying last week that sales fell.", None),
        ("Halvik Corp is closing a mill, effective August 31, and cutting 300 jobs.", "2024-08-31"),
        ("After buying Orsa Ltd in 2020, Veldt AG cut 300 jobs.", None),
        ("Halvik Corp will cut 900 jobs, including the 300 announced in March.", None),
        ("Halvik Corp is expected to say on Monday that it will cut 300 jobs.", "2024-06-17"),
    ],
)
def test_a_date_of_the_same_cut(body: str, edtf: str | None) -> None:
    """A date is taken from the clause, the announcement or the next sentence, or not at all."""
    reading = extract.reading(article(body, "News of the day"), NOBODY)
    first = next(one for one in reading.claims if one.kind == "layoff" and one.jobs)
    assert (first.date and first.date.edtf) == edtf


@pytest.mark.parametrize(
    "body",
    [
        "Orsa Ltd said none of its own 530 staff would be affected by the layoffs.",
        "Nobody will be laid off among the 300 staff of Orsa Ltd.",
        "Last year 300 people left Orsa Ltd of their own accord.",
        "Orsa Ltd is cutting jobs. The other 300 workers in Leeds make chairs.",
        "Orsa Ltd is cutting jobs. Of the total, 600 customers complained.",
        "Orsa Ltd is cutting jobs. Germany accounts for 290 of its shops.",
        "Orsa Ltd is cutting jobs. It claimed 2,200 victories in court.",
        "Orsa Ltd is cutting jobs. It offered 300 of the workers jobs at its Kelm mill.",
        "Orsa Ltd is cutting jobs. A fund will help 300 workers who lost their jobs elsewhere.",
        "Orsa Ltd is cutting jobs. The law holds for firms that dismiss 100 or more workers.",
        "Orsa Ltd is cutting jobs. Economists expect 150,000 jobs to be lost in the sector.",
        "Orsa Ltd is cutting jobs. A round of 300 interviews will be held on Monday.",
        "Halvik Ltd spoke of its 2024 layoffs.",
        "Halvik Ltd filed several WARN notices.",
    ],
)
def test_numbers_that_are_no_cuts(body: str) -> None:
    """In an article about cuts, too, most numbers count something else."""
    assert employers(body) == []


def test_an_aside_about_a_rival_ends_with_its_paragraph() -> None:
    """Who leaves without being said to be anybody's is the headline's again."""
    body = (
        "Orsa Ltd is in trouble.\n\nRival Veldt AG cut 90 jobs in Leeds last month.\n\n"
        "The union said 15 apprentices had been laid off."
    )
    assert employers(body, "Orsa Ltd to close bakery") == ["Veldt", "Orsa"]


def test_a_name_may_begin_with_a_letter_and_a_sign() -> None:
    assert employers("N&T Ltd sacked nearly 800 sailors by video call.") == ["N&T"]


@pytest.mark.parametrize(
    "body",
    [
        "Companies must give 60 days' notice before they lay off 50 workers.",
        "The law requires employers with over 100 staff to say so when they lay off 50 workers.",
        "Some 300 workers were left in limbo.",
        "The union had feared 900 jobs would go.",
        "Analysts had expected 900 job cuts.",
        "The county's unemployment rate rose to 6% as 900 jobs were lost last month.",
        "The state lost 4,000 factory jobs last year.",
        "Some 40,000 manufacturing jobs were lost in the country.",
        "About 40,000 jobs were lost nationwide.",
        "The law requires notice of layoffs of 50 or more workers.",
        "1Q sales rose. 300 workers were praised.",
        "Profit was 79 cents per share, up from 68 cents per share a year earlier.",
        "The union spoke. It warned that 10,000 jobs in the trade are at risk.",
    ],
)
def test_nobody_under_a_headline(body: str) -> None:
    """A law's numbers and people who only wait are no cuts of the headline's employer."""
    assert employers(f"It sells bread. {body}", "Halvik Group lays off staff") == []


def test_an_owner_that_nothing_licenses_needs_a_look() -> None:
    """ "X's planned 300 layoffs" are those of X, and of nobody in the headline."""
    body = "Sales fell. The end of Zoomo's long planned and dreaded 300 layoffs pleased many."
    reading = extract.reading(article(body, "Halvik Group lays off staff"), NOBODY)
    told = {one.organisation.name: one.tier for one in reading.claims if one.jobs}
    assert told == {"Zoomo": "review"}


def test_a_rival_in_passing_is_not_the_company() -> None:
    """A sentence about a rival that only compares changes nobody's meaning."""
    body = "It sells bread. Rival Veldt AG cut 90 jobs. The company said 300 people will lose jobs."
    assert employers(body, "Orsa Ltd cuts jobs")[-1] == "Orsa"


def test_what_cuts_do_is_nobody() -> None:
    """A verb with a capital in a headline is no name."""
    assert (
        employers("In March 55,356 cuts were announced.", "August Job Cuts Spike to 50,462") == []
    )


def test_jobs_that_move_are_not_cut() -> None:
    body = "Orsa Ltd is slashing 2,900 jobs and moving an additional 1,000 jobs to cheaper places."
    reading = extract.reading(article(body), NOBODY)
    assert [one.jobs.low for one in reading.claims if one.jobs] == [2900]


def test_a_pause_is_no_cut() -> None:
    body = "Orsa Ltd is shutting down all its mills over Christmas, affecting 2,100 workers."
    assert employers(body) == []


def test_jobs_gone_are_to_come_behind_would() -> None:
    body = "Orsa Ltd said it would end a shift at its Kelm mill for another 90 jobs gone."
    reading = extract.reading(article(body), NOBODY)
    assert [one.status.is_ for one in reading.claims if one.jobs] == ["announced"]


def test_works_are_a_site() -> None:
    """What happens at works happens to their owner's staff."""
    body = "Orsa Ltd is shrinking. At its Elm Works, 105 employees will be laid off."
    assert employers(body, "Orsa Ltd cuts jobs")[-1:] == ["Orsa"]


def test_what_a_year_sees_is_to_come() -> None:
    body = "Orsa Ltd has a plan that will see the company cut 350 jobs by next summer."
    reading = extract.reading(article(body), NOBODY)
    assert [one.status.is_ for one in reading.claims if one.jobs] == ["announced"]


def test_a_headline_with_two_verbs_tells_of_what_is_to_come() -> None:
    reading = extract.reading(
        article("Sales fell.", "Orsa Ltd to shut a mill, cut 90 jobs"), NOBODY
    )
    assert [one.status.is_ for one in reading.claims] == ["announced"]


def test_who_is_quoted_is_no_employer() -> None:
    """A name behind "according to" stands in nobody's way."""
    body = "About 300 jobs will go, according to Blankton, a website."
    assert employers(body, "Halvik Group lays off staff") == ["Halvik"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("The 1,300 planned job cuts at Halvik Group are being discussed.", "planned"),
        ("The 1,300 job cuts at Halvik Group are being discussed.", "announced"),
    ],
)
def test_cuts_called_planned(body: str, status: str) -> None:
    """A word beside the noun tells how far the cuts have got."""
    reading = extract.reading(article(body), NOBODY)
    assert [one.status.is_ for one in reading.claims if one.jobs] == [status]


def test_an_aside_that_goes_on_needs_a_look() -> None:
    """What an article about one employer tells of another, and then only by "the cuts", is for
    review; the next sentence's "it" is sure."""
    body = "Halvik Ltd will cut 300 jobs. Rival Zoomo Ltd cut 900 jobs last year. {} Sales fell."
    for more, tier in (
        ("It cut 70 jobs in May.", "published"),
        ("Bread is dear. The cuts include 120 jobs in Ohio.", "review"),
    ):
        reading = extract.reading(article(body.format(more), "Halvik to cut 300 jobs"), NOBODY)
        told = [one for one in reading.claims if one.jobs and one.jobs.low in (70, 120)]
        assert [(one.organisation.name, one.tier) for one in told] == [("Zoomo", tier)]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Halvik Witnesses Workforce Reductions Amid Slump", "Halvik"),
        ("FACTBOX-Halvik's string of job cuts", "Halvik"),
    ],
)
def test_a_headline_in_capitals(title: str, name: str) -> None:
    """The text below tells where its names end, and an agency's label is none of them."""
    assert employers("Halvik Ltd met. The company will cut 300 jobs, it said.", title) == [name]


def test_a_headline_of_many_is_nobody_s() -> None:
    """Names beside the one that something licenses cut jobs too."""
    body = "Wages rose. Some 300 jobs will go."
    assert employers(body, "Orsa, Halvik Ltd announce job cuts in Ohio") == []


def test_a_brand_s_owner_is_its_entry_s() -> None:
    """ "The parent company of the brand X" is not X."""
    body = "- Veldt AG: The parent company of toy brand Zoomo announced it cut 500 jobs.\n"
    body += "- Orsa Ltd: The firm cut 90 jobs.\n"
    assert employers(body, "Who cuts jobs")[:1] == ["Veldt"]


def test_who_stays_is_no_part() -> None:
    """ "With 275 remaining employees" counts who is left."""
    body = "Halvik Ltd will lay off 305 workers. The Elm mill will go on with 275 remaining staff."
    assert employers(body) == ["Halvik"]


def test_a_company_s_noun_that_describes_a_plan_is_nobody() -> None:
    """ "An organization restructuring" is no company in general."""
    body = "Halvik Ltd is using an organization restructuring that means a 20% cut to its staff."
    reading = extract.reading(article(body), NOBODY)
    assert [one.organisation.name for one in reading.claims if one.percent] == ["Halvik"]


def test_dates_told_in_their_order_are_left_open() -> None:
    """ "340 and 550 … on 21 July and 25 August, respectively": neither has the first date."""
    body = "Halvik Ltd will cut 340 and 550 positions on July 21 and August 25, respectively."
    reading = extract.reading(article(body), NOBODY)
    assert [one.date and one.date.edtf for one in reading.claims if one.jobs] == [None, None]


def test_shops_in_a_state_are_no_part() -> None:
    """ "963 stores, including 64 in Ohio" counts stores."""
    body = "Halvik Ltd will cut 505 jobs. It has 963 stores nationwide, including 64 in Ohio."
    assert employers(body) == ["Halvik"]


def test_an_office_of_an_employer_is_no_town() -> None:
    """ "Based in X offices" makes X no place."""
    body = "Halvik will lay off 985 workers. Of these, 510 are based in Halvik offices."
    assert employers(body, "Halvik will cut jobs")[:1] == ["Halvik"]


def test_hospitals_are_nobody() -> None:
    assert extract.reading(article("Wages rose.", "Hospitals cutting jobs"), NOBODY).claims == ()


def test_a_name_that_ends_with_another_needs_a_look() -> None:
    """ "Elm Medicine of X" is not X."""
    body = "Halvik Ltd met. Keth Medicine of Halvik will lay off 78 workers."
    reading = extract.reading(article(body), NOBODY)
    assert [(one.organisation.name, one.tier) for one in reading.claims] == [
        ("Keth Medicine", "review")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Halvik Ltd will reduce its mill workforce by 15% to 20%.",
        "Orsa Ltd had offered buyouts to 450 workers.",
    ],
)
def test_ranges_and_offers_are_no_cut_by_so_much(body: str) -> None:
    told = f"Veldt AG cut 600 jobs. {body}"
    reading = extract.reading(article(told), NOBODY)
    assert [one.jobs and one.jobs.low for one in reading.claims if one.kind == "layoff"] == [600]


def test_a_total_of_a_year_is_a_total() -> None:
    body = "Halvik Ltd cut 300 jobs. That brought last year's total job losses to 3,000."
    reading = extract.reading(article(body), NOBODY)
    assert [one.scope.is_ for one in reading.claims] == ["part", "aggregate"]
