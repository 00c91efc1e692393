import ArgumentParser

/// Measures the product against what it is made of.
@main
struct VitrineBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vitrine-bench", abstract: "Measure the product against what it is made of.",
        subcommands: [
            FeedBench.self, GrowthBench.self, IntakeBench.self, StartBench.self, HiddenBench.self, FeedPartsBench.self,
            SealingBench.self, ResealingBench.self, ReplayBench.self, ThiefBench.self, ErasureBench.self,
            HistoriesBench.self, ReadyBody.self,
        ])
}
