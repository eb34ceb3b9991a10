"""The colour profile: others open it, and to them it is sRGB."""

from io import BytesIO

from PIL import Image, ImageChops, ImageCms

from canvasdesk.export.pdf.srgb import profile


def test_colours_stay_the_same_through_the_profile() -> None:
    own = ImageCms.ImageCmsProfile(BytesIO(profile()))
    known = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    assert ImageCms.getProfileDescription(own).strip() == "sRGB"
    colours = Image.merge("RGB", [Image.linear_gradient("L").rotate(90 * turn) for turn in range(3)])
    seen = ImageCms.profileToProfile(colours, own, known)
    assert seen is not None
    assert max(high for _, high in ImageChops.difference(colours, seen).getextrema()) <= 1


def test_the_size_in_the_header_is_that_of_the_profile() -> None:
    assert int.from_bytes(profile()[:4], "big") == len(profile())
    assert len(profile()) < 1000
