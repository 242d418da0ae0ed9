"""How the parts of a draft are laid out, by the templates of Phụ lục III, Mục II."""
