import Disclosure

private func read(_ reference: VisibleReference) -> FeedPosition { reference.position }

private func source(_ source: VisibleSource) -> [VisibleReference] { source.references }
