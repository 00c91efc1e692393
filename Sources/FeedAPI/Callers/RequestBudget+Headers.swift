import HTTPTypes

extension RequestBudget {
    /// The fields of draft-ietf-httpapi-ratelimit-headers for a standing.
    func fields(for standing: Standing) -> HTTPFields {
        var fields = HTTPFields()
        fields[.rateLimit] = #""token";r=\#(standing.remaining);t=\#(standing.secondsToFull)"#
        fields[.rateLimitPolicy] = #""token";q=\#(quota);w=\#(windowSeconds)"#
        return fields
    }
}
