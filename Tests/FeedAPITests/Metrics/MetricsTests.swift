import CoreMetrics
import Testing

@testable import FeedAPI

@Suite struct MetricsTests {
    @Test func `the operations listener tells life, readiness and figures`() async throws {
        try await RunningServer.run { server in
            _ = try await server.api.request("GET", "/v1/items/canary", token: TestAuthenticator.ada)
            _ = try await server.api.request("GET", "/v1/feed", token: TestAuthenticator.ada)
            _ = try await server.api.request("GET", "/canary?canary=canary")
            #expect(try await server.operations.request("GET", "/healthz").body == "ok\n")
            #expect(try await server.operations.request("GET", "/readyz").body == "ready\n")
            let metrics = try await server.operations.request("GET", "/metrics")
            #expect(metrics.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(
                metrics.body == """
                    # HELP http_requests_total Requests answered, by method, path template and class of status.
                    # TYPE http_requests_total counter
                    http_requests_total{method="GET",route="/v1/feed",status="2xx"} 1
                    http_requests_total{method="GET",route="/v1/items/{id}",status="4xx"} 1
                    http_requests_total{method="GET",route="other",status="4xx"} 1
                    # HELP http_request_bytes_total Bytes of request bodies, as declared.
                    # TYPE http_request_bytes_total counter
                    http_request_bytes_total 0
                    # HELP http_response_bytes_total Bytes of answers' bodies.
                    # TYPE http_response_bytes_total counter
                    http_response_bytes_total 149
                    # HELP http_request_duration_seconds Time from a request's head to its answer's.
                    # TYPE http_request_duration_seconds histogram
                    http_request_duration_seconds_bucket{le="0.001"} 3
                    http_request_duration_seconds_bucket{le="0.0025"} 3
                    http_request_duration_seconds_bucket{le="0.005"} 3
                    http_request_duration_seconds_bucket{le="0.01"} 3
                    http_request_duration_seconds_bucket{le="0.025"} 3
                    http_request_duration_seconds_bucket{le="0.05"} 3
                    http_request_duration_seconds_bucket{le="0.1"} 3
                    http_request_duration_seconds_bucket{le="0.25"} 3
                    http_request_duration_seconds_bucket{le="1"} 3
                    http_request_duration_seconds_bucket{le="5"} 3
                    http_request_duration_seconds_bucket{le="+Inf"} 3
                    http_request_duration_seconds_sum 0.000000
                    http_request_duration_seconds_count 3
                    # HELP process_resident_memory_bytes Memory that the process holds.
                    # TYPE process_resident_memory_bytes gauge
                    process_resident_memory_bytes 1
                    # HELP process_cpu_seconds_total Processor time that the process has used.
                    # TYPE process_cpu_seconds_total counter
                    process_cpu_seconds_total 2.000000
                    # HELP process_open_fds File descriptors that the process holds open.
                    # TYPE process_open_fds gauge
                    process_open_fds 3

                    """)
        }
    }

    @Test func `a service that is not ready says so`() async throws {
        try await RunningServer.run(isReady: { false }) { server in
            let answer = try await server.operations.request("GET", "/readyz")
            #expect(answer.status == 503)
            #expect(answer.problem == "not-ready")
            #expect(try await server.operations.request("GET", "/v1/feed").status == 404)
        }
    }

    @Test func `what is in no list is not counted`() {
        let metrics = ExpositionMetrics(routes: ["/v1/feed"])
        Counter(label: "withheld_total", factory: metrics).increment()
        Counter(label: "http_requests_total", dimensions: [("person", "ada")], factory: metrics).increment()
        Gauge(label: "http_request_bytes_total", factory: metrics).record(5)
        #expect(metrics.snapshot.isEmpty)
        Counter(
            label: "http_requests_total",
            dimensions: [("method", "EVIL"), ("route", "/v1/people/ada"), ("status", "999")],
            factory: metrics
        ).increment()
        #expect(metrics.snapshot.keys.map(\.values) == [["other", "other", "other"]])
    }

    @Test func `the kernel tells what the process uses`() {
        let resources = ProcessResources.current()
        #expect(resources.residentBytes > 1_000_000)
        #expect(resources.processorNanoseconds > 0)
        #expect(resources.openFiles > 2)
    }
}
