"""Repairs of documents that other programs or hands have changed: nothing is thrown away.

Ids met twice are made anew. Links, flows, ratings and references that cannot stand move to the document's
quarantine, each with its owner's id, and every save keeps them there.
"""

from collections import Counter
from collections.abc import Callable, Collection

from canvasdesk.model.flows import FLOW_ENDS, Relation
from canvasdesk.model.sections import ANSWERS, CIRCLE
from canvasdesk.storage.doubles import rename_doubles
from canvasdesk.storage.plain import (
    Document,
    canvas_parts,
    canvases,
    entries,
    objects,
    outer_parts,
    set_apart,
    word,
)
from canvasdesk.words import translate

# The model's tables, for plain words
_ANSWERED = {str(source): str(target) for source, target in ANSWERS.items()}
_FLOW_ENDS = {str(relation): ends for relation, ends in FLOW_ENDS.items()}

Judge = Callable[[Document], bool]
"""Says whether something can stand where it is."""


def repair(document: Document) -> Counter[str]:
    """Mend `document` in place and give how much of each kind was mended; leaves wrong types alone."""
    doubles = rename_doubles(document)
    frozen = [canvas for iteration in objects(document, "iterations") for canvas in canvases(iteration)]
    links, strays = [], []
    for canvas in (*canvases(document), *frozen):
        links += _taken(canvas, "links", "link", _links_that_stand(canvas))
        strays += _stray_ratings(canvas)
    flows = _taken(document, "flows", "flow", _flows_that_stand(document))
    segment_ids = {word(segment, "id") for segment in objects(document, "segments")}
    for entry in entries(document):
        strays += _stray_ids(entry, "segment_ids", segment_ids, once=True)
    known = _all_ids(document)
    for record in (*objects(document, "evidence"), *objects(document, "hypotheses")):
        strays += _stray_ids(record, "about", known)
    set_apart(document, [*links, *flows, *strays])
    return +Counter(doubles=doubles, links=len(links), flows=len(flows), strays=len(strays))


def notices(mended: Counter[str]) -> tuple[str, ...]:
    """Give a sentence for each kind of repair; `unfit` are values that could not be read."""
    said = {
        "doubles": translate(
            "Storage", "%n id(s) stood twice and had to be made anew.", count=mended["doubles"]
        ),
        "unfit": translate(
            "Storage", "%n value(s) could not be read; nothing is lost from the file.", count=mended["unfit"]
        ),
        "links": translate(
            "Storage", "%n link(s) could not be shown; nothing is lost from the file.", count=mended["links"]
        ),
        "flows": translate(
            "Storage", "%n flow(s) could not be shown; nothing is lost from the file.", count=mended["flows"]
        ),
        "strays": translate(
            "Storage", "%n reference(s) led nowhere; nothing is lost from the file.", count=mended["strays"]
        ),
    }
    return tuple(sentence for kind, sentence in said.items() if mended[kind])


def _item(kind: str, owner: Document, value: object) -> Document:
    return {"kind": kind, "owner": word(owner, "id"), "value": value}


def _taken(owner: Document, key: str, kind: str, stands: Judge) -> list[Document]:
    """Take the objects that cannot stand out of the list at `key`."""
    parts = owner.get(key)
    if not isinstance(parts, list):
        return []
    staying: list[object] = []
    leaving: list[Document] = []
    for part in parts:
        if isinstance(part, dict) and not stands(part):
            leaving.append(part)
        else:
            staying.append(part)
    owner[key] = staying
    return [_item(kind, owner, part) for part in leaving]


def _sections(canvas: Document) -> dict[str, str]:
    return {word(note, "id"): word(note, "section") for note in objects(canvas, "notes")}


def _links_that_stand(canvas: Document) -> Judge:
    """Judge the links of one canvas: both ends on it, a legal pair, and the first of that pair."""
    sections, joined = _sections(canvas), set()

    def stands(link: Document) -> bool:
        pair = word(link, "source"), word(link, "target")
        answered = _ANSWERED.get(sections.get(pair[0], ""))
        if pair in joined or answered is None or sections.get(pair[1]) != answered:
            return False
        joined.add(pair)
        return True

    return stands


def _flows_that_stand(document: Document) -> Judge:
    blocks = {word(entry, "id"): word(entry, "block") for entry in entries(document)}
    sections, segment_of = {}, {}
    for segment in objects(document, "segments"):
        for canvas in objects(segment, "canvases"):
            segment_of[word(canvas, "id")] = word(segment, "id")
            sections.update(_sections(canvas))

    def stands(flow: Document) -> bool:
        relation, business, canvas = (word(flow, key) for key in ("relation", "business_end", "canvas_end"))
        if relation == Relation.TARGETS:
            return segment_of.get(canvas) == business
        if relation not in _FLOW_ENDS:
            return True  # no word of ours, which is not for repairs to judge
        its_blocks, its_sections = _FLOW_ENDS[relation]
        return blocks.get(business) in its_blocks and sections.get(canvas) in its_sections

    return stands


def _stray_ratings(canvas: Document) -> list[Document]:
    """Take the ratings that are for no note of the circle out of the alternatives."""
    circle = {note_id for note_id, section in _sections(canvas).items() if section in CIRCLE}
    found = []
    for alternative in objects(canvas, "alternatives"):
        ratings = alternative.get("ratings")
        if isinstance(ratings, dict) and (strays := ratings.keys() - circle):
            found.append(
                _item("ratings", alternative, {each: ratings[each] for each in ratings if each in strays})
            )
            alternative["ratings"] = {each: ratings[each] for each in ratings if each not in strays}
    return found


def _stray_ids(owner: Document, key: str, known: Collection[str], *, once: bool = False) -> list[Document]:
    """Take what is not known, and with `once` what is named again, out of the list of ids at `key`."""
    ids = owner.get(key)
    if not isinstance(ids, list) or not all(isinstance(each, str) for each in ids):
        return []
    staying = [each for each in (dict.fromkeys(ids) if once else ids) if each in known]
    strays = list((Counter(ids) - Counter(staying)).elements())
    if strays:
        owner[key] = staying
    return [_item(key, owner, strays)] if strays else []


def _all_ids(document: Document) -> set[str]:
    parts = [
        *outer_parts(document),
        *(part for canvas in canvases(document) for part in canvas_parts(canvas)),
    ]
    return {word(part, "id") for part in parts}
