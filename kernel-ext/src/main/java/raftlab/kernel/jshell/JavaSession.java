package raftlab.kernel.jshell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** A JShell that evaluates cells and gives back real values. One cell at a time. */
final class JavaSession implements AutoCloseable {

  private static final String IMPORTS =
      """
      import java.util.*;
      import java.util.function.*;
      import java.util.stream.*;
      import java.nio.file.*;
      import raftlab.core.*;
      import raftlab.kernel.facade.Raft;
      import static raftlab.kernel.facade.Raft.display;
      """;
  private final CellExecution execution;
  private final JShell shell;

  JavaSession(CellRunner runner) {
    execution = new CellExecution(runner);
    shell = JShell.builder().executionEngine(new InThisJvm(execution), Map.of()).build();
    shell.addToClasspath(System.getProperty("java.class.path"));
  }

  private record InThisJvm(ExecutionControl execution) implements ExecutionControlProvider {
    @Override
    public String name() {
      return "raft";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
      return execution;
    }
  }

  /** Evaluates the imports that every cell has. */
  void evaluateImports() {
    try {
      evaluate(IMPORTS);
    } catch (CellFailure e) {
      throw new IllegalStateException("the default imports do not compile", e);
    }
  }

  /**
   * Evaluates Java text snippet by snippet.
   *
   * @return the value of the last snippet if that is an expression, else null
   * @throws CellFailure if it does not compile or throws
   * @throws CancellationException if it was interrupted and given up
   */
  Object evaluate(String java) throws CellFailure {
    Object value = null;
    String rest = java;
    while (true) {
      CompletionInfo info = analysis().analyzeCompletion(rest);
      if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
        return value;
      }
      if (!info.completeness().isComplete()) {
        throw new CellFailure(new SourceText(java).incomplete(rest));
      }
      value = snippet(info.source(), new SourceText(java), java.length() - rest.length());
      rest = info.remaining();
    }
  }

  /**
   * Evaluates an expression of the user inside text of ours; messages speak of the user's lines.
   *
   * @throws CellFailure if it does not compile or throws
   */
  Object evaluateInside(String head, String expression, String tail) throws CellFailure {
    SourceText text = new SourceText(expression);
    String whole = head + expression + tail;
    return snippet(whole, text, -head.length());
  }

  private Object snippet(String source, SourceText cell, int offset) throws CellFailure {
    Object value = null;
    for (SnippetEvent event : shell.eval(source)) {
      if (event.causeSnippet() == null) {
        checkRan(event);
        checkCompiled(event, cell, offset);
        value = isExpression(event.snippet()) ? execution.takeValue() : null;
      }
    }
    return value;
  }

  private void checkRan(SnippetEvent event) throws CellFailure {
    if (event.exception() == null) {
      return;
    }
    Throwable thrown = execution.takeFailure();
    if (thrown instanceof CancellationException cancelled) {
      throw cancelled;
    }
    if (event.exception() instanceof UnresolvedReferenceException unresolved) {
      throw new CellFailure(missing(unresolved.getSnippet()));
    }
    throw new CellFailure(thrown == null ? event.exception() : thrown);
  }

  private void checkCompiled(SnippetEvent event, SourceText cell, int offset) throws CellFailure {
    Snippet snippet = event.snippet();
    if (event.status() == Snippet.Status.REJECTED) {
      throw new CellFailure(cell.diagnostics(shell.diagnostics(snippet).toList(), offset));
    }
    if (event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
      System.err.println("raft: note: " + missing(snippet));
    }
  }

  private String missing(Snippet snippet) {
    String names =
        snippet instanceof jdk.jshell.DeclarationSnippet declaration
            ? shell.unresolvedDependencies(declaration).collect(Collectors.joining(", "))
            : "";
    String name =
        snippet instanceof jdk.jshell.PersistentSnippet named ? named.name() : snippet.source();
    return name + " cannot be used before this is declared: " + names;
  }

  private static boolean isExpression(Snippet snippet) {
    return snippet.kind() == Snippet.Kind.EXPRESSION
        || snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
  }

  /** Returns whether a variable of that name is declared. */
  boolean declares(String name) {
    return shell.variables().anyMatch(variable -> variable.name().equals(name));
  }

  /** Returns the source text of the type a variable was declared with. */
  Optional<String> typeOf(String variable) {
    return shell
        .variables()
        .filter(each -> each.name().equals(variable))
        .map(VarSnippet::typeName)
        .findFirst();
  }

  /** Returns the variables declared with a type, which is written with or without its package. */
  List<String> variables(String simpleType) {
    return shell
        .variables()
        .filter(each -> each.typeName().replaceFirst(".*\\.", "").equals(simpleType))
        .map(VarSnippet::name)
        .toList();
  }

  JShell shell() {
    return shell;
  }

  SourceCodeAnalysis analysis() {
    return shell.sourceCodeAnalysis();
  }

  @Override
  public void close() {
    shell.close();
  }
}
