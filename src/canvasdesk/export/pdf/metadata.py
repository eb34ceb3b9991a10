"""What a file says of itself: title, author, language and date, twice, as archives ask for."""

from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from canvasdesk import __version__
from canvasdesk.drawing.text import LINE_BREAK, plain
from canvasdesk.export.pdf.objects import Entries, text_string
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

PRODUCER = f"canvasdesk {__version__}"


@dataclass(frozen=True, slots=True)
class About:
    """What a file is about; `language` as in "en-GB", `date` with its time zone."""

    title: str
    author: str
    language: str
    subject: str
    date: datetime


def about(workspace: Workspace, title: str, date: datetime) -> About:
    """Say what a file is about that shows a workspace; its authors are those who wrote notes, by name."""
    notes = (note for canvas in workspace.canvas_by_id.values() for note in canvas.notes)
    names = dict.fromkeys(name for note in notes if (name := note.author.strip()))
    author = translate("List", ", ", "between names").join(names)
    return About(title, author, workspace.language_tag, workspace.description, date)


def information(about: About) -> Entries:
    """Give what programs of all ages read."""
    made = f"({about.date.astimezone(UTC):D:%Y%m%d%H%M%S}Z)"
    said = {
        "Title": _line(about.title),
        "Author": _line(about.author),
        "Subject": _line(about.subject),
        "Creator": PRODUCER,
        "Producer": PRODUCER,
    }
    told = {name: text_string(text) for name, text in said.items() if text}
    return {**told, "CreationDate": made, "ModDate": made}


def packet(about: About) -> bytes:
    """Give the same in XML, with the standards that the file keeps: PDF/A-2u and PDF/UA-1."""
    made = f"{about.date.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    title, author, subject = (escape(_line(text)) for text in (about.title, about.author, about.subject))
    language, producer = escape(_line(about.language)), escape(PRODUCER)
    pieces = [
        f"<dc:title>{_alternative(title)}</dc:title>",
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>" if author else "",
        f"<dc:description>{_alternative(subject)}</dc:description>" if subject else "",
        f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>",
        f"<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>",
        f"<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>",
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        _EXTENSION,
    ]
    return "\n".join([_HEAD, *filter(None, pieces), _TAIL]).encode()


def _line(text: str) -> str:
    return plain(text).replace(LINE_BREAK, " ")


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>'


_HEAD = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">"""

# PDF/A has what it does not know itself described, and does not know PDF/UA.
_EXTENSION = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""

_TAIL = """</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
