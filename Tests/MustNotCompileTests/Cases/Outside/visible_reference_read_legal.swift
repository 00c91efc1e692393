import Disclosure

func read(_ reference: VisibleReference) -> FeedPosition { reference.position }

func source(_ source: VisibleSource) -> [VisibleReference] { source.references }
