"""province-bounds: where the province lies, so that a place outside of it is asked about."""

import click
from flask.cli import with_appcontext

from commands.house import current_house, the_province
from commands.refuse import refuse
from models.province import choose_bounds
from rules.bounds import Bounds


@click.command("province-bounds")
@click.argument("south", type=float)
@click.argument("west", type=float)
@click.argument("north", type=float)
@click.argument("east", type=float)
@click.option("--province", help="The province; may be left out where there is only one.")
@with_appcontext
def province_bounds(south: float, west: float, north: float, east: float, province: str | None) -> None:
    """Set the rectangle around the province, in degrees: SOUTH and NORTH latitude, WEST and EAST longitude.

    An officer who sends a place outside of it is asked whether it is right. Without bounds no place is questioned.
    """
    bounds = Bounds(south, west, north, east)
    if not bounds.is_sound():
        refuse("degrees such as 12.5 99.05 13.35 100.15: south below north, west below east")
    house = current_house()
    with house.db.write() as session:
        home = the_province(session, province)
        choose_bounds(home, bounds)
        print(f"{home.name}: {south} to {north} north, {west} to {east} east")
