import Domain
import Sealing

private func handedOut(_ records: OwnerRecords<OpenClass>) async throws -> [UInt32?] {
    try await records.details([]) { _, purchase in purchase.quantity }
}
