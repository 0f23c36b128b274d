"""Stage: annotate. An article's text with all that is found in it, as written; context completes names later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.bodies import BodyFinder
from kg.annotate.chains import build_chains
from kg.annotate.offices import find_units
from kg.annotate.persons import find_persons
from kg.annotate.places import find_places
from kg.annotate.quantities import find_quantities
from kg.annotate.sentences import find_sentences
from kg.annotate.times import find_times
from kg.annotate.titles import find_titles
from kg.mention import Annotated

if TYPE_CHECKING:
    from kg.mention import Mention
    from kg.page import Article


_SURE = 0.7


def annotate(article: Article) -> Annotated:
    """Return the article with its layers: sentences, places, bodies, titles, persons, times, quantities."""
    text = article.full.text
    times = find_times(text, article.meta.published)
    quantities = find_quantities(text, times)
    places = find_places(text, article.meta.place)
    finder = BodyFinder(text, places)
    bodies = finder.find()
    units = find_units(text, finder, bodies, places)
    chains = build_chains(text, units, bodies, places)
    titles, rejected = find_titles(text, chains, times)
    starts = frozenset(unit.start for unit in units)
    titled = [person for title in titles for person in title.persons]
    titled += [person for chain in chains for person in chain.persons if person.confidence >= _SURE]
    persons = find_persons(text, titled, starts, article.bylines)
    return Annotated(
        article=article,
        sentences=find_sentences(text),
        places=_free(places, persons, units_at={at for u in units for at in range(u.end - 2, u.end)}),
        bodies=tuple(bodies),
        titles=titles,
        persons=persons,
        times=times,
        quantities=quantities,
        rejected=rejected,
    )


def _free(places: list[Mention], persons: tuple[Mention, ...], units_at: set[int]) -> tuple[Mention, ...]:
    """Leave out places that are part of a person's name or of a post (佟玉山; 代县 in 代县长)."""
    taken = {at for p in persons for at in range(p.start, p.end)}
    free = [p for p in places if not taken.intersection(range(p.start, p.end))]
    return tuple(p for p in free if not (p.end - 1 in units_at and p.end in units_at and p.text[0] in "代副原前"))
