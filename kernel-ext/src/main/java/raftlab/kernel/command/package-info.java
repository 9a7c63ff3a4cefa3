/**
 * The command frame: one picocli class per command, the catalog that names them, the session they
 * see, and the runner that parses and runs one. Shared by magics and shell; knows neither Jupyter
 * nor a terminal. Front ends call {@link raftlab.kernel.command.CommandLineRunner}; commands call
 * the library.
 */
package raftlab.kernel.command;
