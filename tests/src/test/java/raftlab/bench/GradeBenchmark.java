package raftlab.bench;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import raftlab.core.Prompt;
import raftlab.data.minimath.MiniMath;

/**
 * Answers per second of {@code ./raft grade} on a generated file, and the peak memory of its
 * process (Linux), with 1 and 2 workers: everything from the start of the launcher counts for the
 * time, everything resident for the memory. The rows are generated problems with whole solutions,
 * one in four of them another problem's. Not run by the tests; a main class.
 *
 * <p>Arguments: the number of rows (1,000,000), the launcher (./raft).
 */
public final class GradeBenchmark {

  private static final int PROBLEMS = 4096;

  private GradeBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    String launcher = args.length > 1 ? args[1] : "./raft";
    Path folder = Files.createTempDirectory("grade-bench");
    Path in = folder.resolve("rows.jsonl");
    generate(in, rows);
    System.out.printf(Locale.ROOT, "%d rows, %d MiB%n", rows, Files.size(in) >> 20);
    for (int threads = 1; threads <= 2; threads++) {
      measure(launcher, in, folder.resolve("verdicts.jsonl"), threads);
    }
    raftlab.files.Folders.delete(folder);
  }

  private static void generate(Path file, int rows) throws IOException {
    List<Prompt> problems = MiniMath.train(PROBLEMS, 1).prompts();
    Gson gson = new Gson();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < rows; i++) {
        Prompt asked = problems.get(i % PROBLEMS);
        Prompt answered = i % 4 == 3 ? problems.get((i + 1) % PROBLEMS) : asked;
        JsonObject row = new JsonObject();
        row.addProperty("id", i);
        row.addProperty("problem", asked.find("problem").orElseThrow());
        row.addProperty("answer", asked.answer());
        row.addProperty("response", answered.find("solution").orElseThrow());
        gson.toJson(row, out);
        out.write('\n');
      }
    }
  }

  private static void measure(String launcher, Path in, Path out, int threads)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(
                launcher,
                "grade",
                "--in",
                in.toString(),
                "--out",
                out.toString(),
                "--threads",
                String.valueOf(threads),
                "--profile",
                "math",
                "--workspace",
                in.resolveSibling("workspace").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, residentKib(process.pid()));
      Thread.sleep(20);
    }
    double wall = (System.nanoTime() - began) / 1e9;
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String last = printed.strip().substring(printed.strip().lastIndexOf('\n') + 1);
    JsonObject summary = JsonParser.parseString(last).getAsJsonObject();
    System.out.printf(
        Locale.ROOT,
        "threads %d: %d graded, %.0f answers/s (grading %.2f s, process %.2f s), peak %d MiB%n",
        threads,
        summary.get("graded").getAsLong(),
        summary.get("answers_per_second").getAsDouble(),
        summary.get("seconds").getAsDouble(),
        wall,
        peak >> 10);
  }

  /** Returns the most memory that a process has had resident, 0 where the system does not tell. */
  private static long residentKib(long pid) {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
