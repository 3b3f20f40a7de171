"""Sets of pictures with words, a folder each: drawing or reading them, their judge, what models are asked for."""
