package raftlab.kernel.command.flow;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.algorithm.Learning;
import raftlab.algorithm.Objective;
import raftlab.core.Counted;
import raftlab.core.NothingToDo;
import raftlab.core.Selection;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.kernel.command.Setting;
import raftlab.model.DecoderPolicy;
import raftlab.train.TrainReport;
import raftlab.tune.FolderTuning;
import raftlab.tune.TuneEstimate;

/** Fine-tunes a copy of a policy on a selection, or a model folder on a file into a new folder. */
public final class FinetuneCommand implements Command {

  @Parameters(arity = "0..1", description = "selection to learn from (the last one)")
  String selection;

  @Option(names = "--policy", description = "policy to start from (the last one)")
  String policy;

  @Mixin TrainingOptions training;
  @Mixin LossOptions loss;
  @Mixin TuneOptions tune;

  @Override
  public Object run(Session session) {
    if (tune.data != null) {
      return FolderTuning.run(tune.request(session, training, loss.onAll()), Live.context(session));
    }
    TuneOptions.refuseWithoutFile(session);
    Selection kept = session.get(Kinds.SELECTION, selection);
    if (kept.isEmpty()) {
      throw new NothingToDo(
          (selection == null ? kept.name() : selection) + " is empty, nothing to train on",
          "",
          "Select with another rule");
    }
    DecoderPolicy start = Policies.decoder(session, policy);
    DecoderPolicy tuned = start.copy();
    try {
      tune.lora.settings().ifPresent(lora -> tuned.adapt(lora, session.options().seed()));
      TrainReport report =
          Learning.once(
              tuned,
              training.settings(session.options().seed()),
              loss.over(Objective.fineTuning()),
              kept,
              Live.context(session));
      session.note(
          String.format(
              java.util.Locale.ROOT,
              "%s, mean loss %.4f, %.0f tokens/s",
              Counted.of(report.steps(), "step"),
              report.meanLoss(),
              report.tokens() / Math.max(1e-9, report.seconds())));
      return session.keep(Kinds.POLICY, "tuned", tuned);
    } catch (RuntimeException e) {
      tuned.close();
      throw e;
    }
  }

  @Override
  public List<Setting> used(Session session) {
    return tune.data == null ? session.resolved() : tune.used(session);
  }

  @Override
  public List<String> estimate(Session session) {
    return tune.data == null
        ? List.of()
        : TuneEstimate.of(tune.request(session, training, loss.onAll()));
  }

  @Override
  public List<String> helpRemarks() {
    return List.of(
        "The result is a policy named tuned; --as NAME names it otherwise. With --data it is a folder.",
        TrainingOptions.WHY_2E_4,
        "With --data the defaults are those of large models: batch 8, rate 2e-5 (2e-4 with --lora).");
  }

  @Override
  public boolean writesOut() {
    return tune.data != null;
  }
}
