package raftlab.kernel.command.flow;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.Checks;
import raftlab.data.JsonLinesWriter;
import raftlab.files.AtomicFile;
import raftlab.files.Folders;
import raftlab.infer.FileResult;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.ExitCode;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.model.DecoderPolicy;
import raftlab.report.Grid;
import raftlab.report.HtmlTable;
import raftlab.report.TableExport;
import raftlab.report.export.RunScalars;
import raftlab.report.export.SampleRows;
import raftlab.report.export.TrlRows;
import raftlab.run.RunDirectory;

/** Writes a run, a selection or a set in the formats of other tools. */
public final class ExportCommand implements Command {

  /** Which formats there are. */
  enum Form {
    TRL_SFT("trl-sft"),
    TRL_DPO("trl-dpo"),
    TENSORBOARD("tensorboard"),
    JSONL("jsonl"),
    CSV("csv"),
    HTML("html"),
    HF("hf");

    final String label;

    Form(String label) {
      this.label = label;
    }
  }

  private static final Set<Form> FOLDERS = EnumSet.of(Form.TENSORBOARD, Form.HF);
  static final Set<Form> ALL_SAMPLES = EnumSet.of(Form.JSONL, Form.CSV, Form.HTML);
  private static final Set<Form> TABLES = EnumSet.of(Form.CSV, Form.HTML);

  @Parameters(
      paramLabel = "NAME",
      completionCandidates = RunNames.class,
      description =
          "a run, or a selection, scored set or rollouts; for tensorboard also a sweep, for hf a policy")
  String name;

  @Option(
      names = {"--to", "--format"},
      required = true,
      description = "trl-sft, trl-dpo, tensorboard, jsonl, csv, html or hf")
  String format;

  @Option(
      names = "--messages",
      defaultValue = "AUTO",
      description = "rows of trl: standard, conversational or auto, by the prompts")
  TrlRows.Form messages;

  @Option(names = "--round", description = "of a run, one round (all)")
  Integer round;

  @Override
  public boolean writesOut() {
    return true;
  }

  @Override
  public boolean exclusive() {
    return false;
  }

  @Override
  public Object run(Session session) {
    Form form = Choice.of(Form.class, "--format", format);
    Path out = session.options().out();
    Checks.usage(
        out != null,
        "export needs a place",
        "",
        FOLDERS.contains(form)
            ? "Give a folder: --out DIR"
            : "Give a file: --out FILE." + (TABLES.contains(form) ? form.label : "jsonl"));
    if (form == Form.TENSORBOARD) {
      return tensorboard(out);
    }
    if (form == Form.HF) {
      return model(session, out);
    }
    Checks.user(!Files.isDirectory(out), out + " is a folder", "", "Give a file: --out FILE.jsonl");
    ExportedRows rows = new ExportedRows(session, new TrlRows(messages), round);
    List<JsonObject> found = rows.of(name, form);
    if (found.isEmpty()) {
      session.exit(ExitCode.NOTHING_TO_DO);
      return result(form, out, 0, "nothing to write: " + name + " holds no such row");
    }
    if (TABLES.contains(form)) {
      Grid grid = SampleRows.grid(name, found);
      AtomicFile.writeText(
          out, form == Form.CSV ? TableExport.csv(grid) : HtmlTable.of(grid, found.size()));
    } else {
      try (JsonLinesWriter writer = JsonLinesWriter.create(out)) {
        found.forEach(writer::write);
        writer.commit();
      }
    }
    return result(form, out, found.size(), found.size() + " rows of " + name + " in " + out);
  }

  /** The policy as a folder that transformers and vLLM load; of a run the one it ended with. */
  private Object model(Session session, Path out) {
    Checks.user(!Files.exists(out), out + " is there already", "", "Give a new folder: --out DIR");
    if (session.names().of(Kinds.POLICY).contains(name)) {
      Folders.writeWhole(out, Policies.decoder(session, name)::save);
    } else {
      RunDirectory run = Runs.open(name);
      try (DecoderPolicy last =
          DecoderPolicy.load(run.checkpoint(Math.max(0, run.lastComplete())))) {
        Folders.writeWhole(out, last::save);
      }
    }
    return result(Form.HF, out, 1, "the policy of " + name + " in " + out);
  }

  private Object tensorboard(Path out) {
    List<String> runs = new ArrayList<>();
    if (Runs.isSweep(name)) {
      Runs.sweep(name).runs().forEach(run -> runs.add(name + "/" + run.name()));
    } else {
      runs.add(name);
    }
    Checks.user(!Files.isRegularFile(out), out + " is a file", "", "Give a folder: --out DIR");
    int scalars = 0;
    for (String each : runs) {
      Path folder = Runs.isSweep(name) ? out.resolve(each.replaceFirst("^.*/", "")) : out;
      scalars += RunScalars.write(Runs.open(each), folder);
    }
    return result(
        Form.TENSORBOARD,
        out,
        scalars,
        scalars
            + " scalars of "
            + (runs.size() == 1 ? name : runs.size() + " runs")
            + " in "
            + out);
  }

  private FileResult result(Form form, Path out, int written, String headline) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("export", name);
    numbers.put("format", form.label);
    numbers.put("out", out.toString());
    numbers.put(
        form == Form.TENSORBOARD ? "scalars" : form == Form.HF ? "models" : "rows", written);
    return new FileResult(headline, numbers);
  }

  @Override
  public List<String> helpRemarks() {
    return List.of(
        "trl-sft: {prompt, completion} of what was kept. trl-dpo: {prompt, chosen, rejected}, the"
            + " best against the worst of each prompt; equal rewards make no pair. Conversational"
            + " rows hold lists of {role, content}.",
        "tensorboard: one event file per run, one step per round. jsonl, csv and html: every"
            + " completion with its reward. hf: the policy as a model folder for transformers.");
  }
}
