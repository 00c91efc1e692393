/// What every backend of the storage protocols must do, as named cases.
///
/// A case throws a ``ConformanceError`` where the backend does not do as documented, and passes on what the backend
/// throws.
public enum StorageConformance {}
