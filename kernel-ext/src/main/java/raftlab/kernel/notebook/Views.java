package raftlab.kernel.notebook;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import raftlab.core.UserError;

/**
 * The views by type. Registered under the type's name, so that neither the type nor its view is
 * loaded before a value of it is shown. A value without a view shows its {@code toString()}.
 * Thread-safe.
 */
public final class Views {

  private static final View<Object> FALLBACK = value -> Report.of(String.valueOf(value));

  private final Map<String, Supplier<? extends View<?>>> suppliers = new ConcurrentHashMap<>();

  /** The views of reports and of what brings its own. */
  public Views() {
    register(Report.class.getName(), ReportView::new);
    register(Reported.class.getName(), ReportedView::new);
  }

  /** Registers the view of a class or interface by its full name; a later one replaces it. */
  public void register(String typeName, Supplier<? extends View<?>> view) {
    suppliers.put(typeName, view);
  }

  /** Returns the view of the nearest registered class, superclass or interface of a value. */
  @SuppressWarnings("unchecked") // registered under the name of a supertype of the value
  public View<Object> of(Object value) {
    Deque<Class<?>> types = new ArrayDeque<>();
    if (value != null) {
      types.add(value.getClass());
    }
    while (!types.isEmpty()) {
      Class<?> type = types.remove();
      Supplier<? extends View<?>> supplier = suppliers.get(type.getName());
      if (supplier != null) {
        return (View<Object>) supplier.get();
      }
      if (type.getSuperclass() != null) {
        types.add(type.getSuperclass());
      }
      types.addAll(Arrays.asList(type.getInterfaces()));
    }
    return FALLBACK;
  }

  /** Returns whether a value has a view other than its {@code toString()}. */
  public boolean has(Object value) {
    return of(value) != FALLBACK;
  }

  /** Renders a value for a notebook. */
  public MimeBundle bundle(Object value) {
    return of(value).bundle(value);
  }

  /** Renders a mistake of the user: one block, no stack. */
  public static MimeBundle error(UserError error) {
    String text = "raft: " + error.getMessage();
    return MimeBundle.text(text)
        .with(
            MimeBundle.HTML,
            "<div role=\"alert\"><b>raft:</b> " + Html.escape(error.getMessage()) + "</div>");
  }
}
