package raftlab.kernel.command.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.PromptSet;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.data.BenchmarkLoader;
import raftlab.data.DatasetCache;
import raftlab.data.DatasetCatalog;
import raftlab.data.DatasetDescriptor;
import raftlab.data.DatasetFetch;
import raftlab.data.FetchSettings;
import raftlab.data.PromptTemplates;
import raftlab.data.minimath.MiniMath;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;

/** Gets prompts: a benchmark by name or generated problems. */
public final class DataCommand implements Command {

  private static final List<String> GENERATED = List.of("minimath", "toy", "mini-500", "mini-aime");

  @Parameters(arity = "0..1", defaultValue = "data", description = "name of the prompt set")
  String name;

  @Option(names = "--from", defaultValue = "minimath", description = "benchmark id")
  String from;

  @Option(names = "--limit", defaultValue = "0", description = "first so many prompts (0: all)")
  int limit;

  @Option(names = "--template", defaultValue = "boxed", description = "prompt template")
  String template;

  @Option(names = "--fetch", description = "download it if it is not in the cache")
  boolean fetch;

  @Override
  public Object run(Session session) {
    PromptSet all = load(session);
    PromptSet set =
        limit > 0 && limit < all.size()
            ? new PromptSet(name, all.source(), all.sha256(), all.prompts().subList(0, limit))
            : new PromptSet(name, all.source(), all.sha256(), all.prompts());
    return session.keep(Kinds.PROMPTS, name, set);
  }

  private PromptSet load(Session session) {
    return switch (from) {
      case "minimath", "toy" -> MiniMath.train(limit > 0 ? limit : 4096, 1);
      case "mini-500" -> MiniMath.mini500();
      case "mini-aime" -> MiniMath.miniAime();
      default -> benchmark(session);
    };
  }

  private PromptSet benchmark(Session session) {
    DatasetCatalog catalog = DatasetCatalog.builtIn();
    List<String> known =
        java.util.stream.Stream.concat(
                GENERATED.stream(), catalog.all().stream().map(DatasetDescriptor::id))
            .toList();
    if (!known.contains(from)) {
      throw new UserError(
          "there is no data set \"" + from + "\"", "", Suggest.near(from, known));
    }
    DatasetDescriptor descriptor = catalog.get(from);
    DatasetCache cache = DatasetCache.fromEnvironment();
    if (fetch) {
      new DatasetFetch(cache, FetchSettings.usual())
          .fetch(descriptor, session.context(event -> {}));
    }
    Path file = cache.require(descriptor, descriptor.mainFile());
    if (!Files.isRegularFile(file)) {
      throw new UserError(from + " is not in the cache", "", "Download it: data --from " + from + " --fetch");
    }
    return BenchmarkLoader.load(
        descriptor,
        descriptor.mainFile(),
        file,
        PromptTemplates.named(template),
        session.options().seed());
  }
}
