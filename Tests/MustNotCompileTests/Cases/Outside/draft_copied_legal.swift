import Disclosure

private func copied(_ item: borrowing ExposedItem) -> ExposedItem { copy item }
