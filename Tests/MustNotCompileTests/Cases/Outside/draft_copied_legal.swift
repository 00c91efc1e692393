import Disclosure

func copied(_ item: borrowing ExposedItem) -> ExposedItem { copy item }
