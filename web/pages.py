"""The pages that links open, all in one place; loaded when somebody first opens one."""

from flask import Flask

from engine.house import House
from web.charts import charts_blueprint
from web.form_download import form_blueprint
from web.import_download import imports_blueprint
from web.papers import papers_blueprint
from web.photos import photos_blueprint


def add_pages(app: Flask, house: House) -> None:
    """Register them all; their paths are those of web.front.PAGES."""
    for blueprint in (
        photos_blueprint,
        form_blueprint,
        imports_blueprint,
        papers_blueprint,
        charts_blueprint,
    ):
        app.register_blueprint(blueprint(house))
