package raftlab.kernel.command;

import java.util.List;

/** The lines of the catalog: name, result type, meaning, example, class. */
final class Commands {

  private Commands() {}

  static List<CommandEntry> all() {
    return List.of(
        CommandEntry.of("help", "Report", "what the commands do", "sample", "basic.HelpCommand"),
        CommandEntry.of(
            "doctor", "Report", "whether everything needed is here", "", "basic.DoctorCommand"),
        CommandEntry.of(
            "config",
            "Report",
            "show settings with their origins, or change them",
            "set temperature=0.8",
            "basic.ConfigCommand"),
        CommandEntry.of(
            "status", "Report", "memory, names and what runs", "", "basic.StatusCommand"),
        CommandEntry.of("free", "Report", "forget a named result", "r1", "basic.FreeCommand"),
        CommandEntry.of(
            "lasterror",
            "Report",
            "the full trace of the last error",
            "",
            "basic.LastErrorCommand"),
        CommandEntry.of(
            "data",
            "PromptSet",
            "get prompts: generated problems, a benchmark or a file; import rollouts",
            "train --from minimath --limit 512",
            "flow.DataCommand"),
        CommandEntry.of(
            "model",
            "Policy",
            "load a policy: the embedded one or a model folder",
            "base --preset tiny",
            "flow.ModelCommand"),
        CommandEntry.of(
            "train-base",
            "Policy",
            "train a base model from nothing",
            "mini --steps 200",
            "flow.TrainBaseCommand"),
        CommandEntry.of(
            "reward",
            "RewardFunction",
            "define a reward function",
            "exact --verifier math",
            "flow.RewardCommand"),
        CommandEntry.of(
            "train-reward",
            "RewardFunction",
            "train a reward model from preference pairs",
            "learned --pairs pairs.jsonl",
            "flow.TrainRewardCommand"),
        CommandEntry.of(
            "sample",
            "RolloutSet",
            "draw completions for prompts",
            "r1 -k 8",
            "flow.SampleCommand"),
        CommandEntry.of(
            "generate",
            "FileResult",
            "complete the prompts of a JSONL file with a model folder",
            "--in prompts.jsonl --out completions.jsonl -k 4",
            "flow.GenerateCommand"),
        CommandEntry.of(
            "logprobs",
            "FileResult",
            "log-probabilities and perplexity of the texts of a JSONL file",
            "--in texts.jsonl --out scored.jsonl",
            "flow.LogprobsCommand"),
        CommandEntry.of(
            "score", "ScoredSet", "give every completion its reward", "r1", "flow.ScoreCommand"),
        CommandEntry.of(
                "select",
                "Selection",
                "keep the best completions",
                "r1 --rule best-of-k",
                "flow.SelectCommand")
            .alias("rank"),
        CommandEntry.of(
            "finetune",
            "Policy",
            "fine-tune a policy on a selection, or a model folder on a file",
            "--lr 5e-4",
            "flow.FinetuneCommand"),
        CommandEntry.of(
            "eval",
            "EvalReport",
            "measure pass@1 and pass@k with intervals",
            "--n 8",
            "flow.EvalCommand"),
        CommandEntry.of(
            "measure",
            "Report",
            "reward, perplexity, diversity and skew of dialogue policies",
            "sft run-0001 --reward learned",
            "flow.MeasureCommand"),
        CommandEntry.of(
            "grade",
            "GradeReport",
            "grade a file of responses against their gold answers",
            "--in responses.jsonl --out verdicts.jsonl --profile math",
            "flow.GradeCommand"),
        CommandEntry.of(
            "table",
            "Table",
            "set measured numbers beside published ones",
            "math500 --export md",
            "flow.TableCommand"),
        CommandEntry.of(
            "run",
            "RunResult",
            "run RAFT for several rounds",
            "first --iterations 8",
            "flow.RunCommand"),
        CommandEntry.of(
            "resume",
            "RunResult",
            "continue a run or a sweep that was stopped or killed",
            "run-0001",
            "flow.ResumeCommand"),
        CommandEntry.of(
            "stop",
            "Report",
            "end a run of another process at a safe point, to be resumed",
            "run-0001",
            "flow.StopCommand"),
        CommandEntry.of(
            "reproduce",
            "RunReproduction",
            "run a run again from its folder and find the first difference",
            "run-0001",
            "flow.ReproduceCommand"),
        CommandEntry.of(
            "sweep",
            "SweepResult",
            "run algorithms, settings and seeds side by side, planned in a YAML file",
            "sweep.yaml",
            "flow.SweepCommand"),
        CommandEntry.of("runs", "Report", "list the runs", "", "flow.RunsCommand"),
        CommandEntry.of(
            "export",
            "FileResult",
            "write a run or a set for TRL, TensorBoard or tools of one's own",
            "run-0001 --format trl-sft --out kept.jsonl",
            "flow.ExportCommand"),
        CommandEntry.of(
            "sql",
            "Table",
            "ask the run directories by SQL",
            "\"SELECT run, pass_at_1 FROM runs\"",
            "flow.SqlCommand"),
        CommandEntry.of(
            "show",
            "Report",
            "show completions with rewards and reasons",
            "--wrong -n 5",
            "flow.ShowCommand"),
        CommandEntry.of(
            "plot",
            "Figure",
            "draw a figure of a run",
            "curve --runs run-0001",
            "flow.PlotCommand"),
        CommandEntry.of(
            "compare",
            "Comparison",
            "compare policies, scored sets or a run's end with its start",
            "run-0001",
            "flow.CompareCommand"),
        CommandEntry.of(
            "save",
            "Report",
            "keep a named result in a folder of its own",
            "r1 --to kept",
            "store.SaveCommand"),
        CommandEntry.of(
            "load", "Report", "take back what save has kept", "kept/r1", "store.LoadCommand"),
        CommandEntry.of(
            "kernel",
            "Report",
            "tell Jupyter of this kernel",
            "install --prefix target/venv",
            "basic.KernelCommand"));
  }
}
