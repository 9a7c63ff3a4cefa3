package raftlab.kernel.command;

import raftlab.kernel.notebook.FrontEnd;
import raftlab.kernel.notebook.Views;

/**
 * What lasts from one command to the next: made once per kernel or shell call by its front end.
 *
 * @param frontEnd where results are shown
 * @param views how results are shown
 * @param catalog the commands there are
 * @param names the named results
 * @param settings the layers of settings
 * @param lock lets one working command run at a time
 * @param errors the last error
 */
public record Workspace(
    FrontEnd frontEnd,
    Views views,
    CommandCatalog catalog,
    Names names,
    Settings settings,
    SessionLock lock,
    ErrorLog errors) {}
