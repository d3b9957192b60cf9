"""Where the home page stands in the page tree."""

HOME_DEPTH = 2  # the tree's root is 1; what stands directly below the home page has the first part of an address
