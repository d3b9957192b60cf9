"""Five invented boards, one for each of the model boards of DESIGN.md, section 8: own words, nobody's text.

Each has `build(desk)`, which makes its page by the admin's forms and gives it back, and `SHOWN`: for each thing that
the model board shows, what a reader finds on the page.
"""
