// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.output.OutputException;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole program, with its streams: what {@link Main} starts and the tests run. */
public final class CommandLineProgram {

	/** The commands that compile, whatever follows. */
	private static final Set<String> COMPILING = Set.of("check", "generate", "run", "report", "complete", "trace", "release");

	private final Console console;

	/** Make a program that speaks through the console. */
	public CommandLineProgram(Console console) {
		this.console = Objects.requireNonNull(console);
	}

	/** Run a command; never throw. Words and digits are the same whatever the machine's language is. */
	public ExitCode run(String... arguments) {
		Locale former = Locale.getDefault();
		Locale.setDefault(Locale.ROOT);
		try {
			return execute(arguments);
		} catch (Problem problem) {
			console.note(problem.getMessage());
			return problem.exitCode();
		} catch (OutputException problem) {
			console.note(problem.getMessage());
			return ExitCode.FAILURE;
		} catch (RuntimeException | Error fault) {
			console.note(InternalError.sentence(fault));
			return ExitCode.FAILURE;
		} finally {
			console.flush();
			Locale.setDefault(former);
		}
	}

	private ExitCode execute(String... arguments) {
		if (arguments.length > 0 && COMPILING.contains(arguments[0])) {
			Workspace.begin();
		}
		try {
			ParseResult parsed = commandLine(arguments).parseArgs(arguments);
			return CommandLine.executeHelpRequest(parsed) == null ? perform(parsed.asCommandLineList().getLast()) : ExitCode.FINE;
		} catch (ParameterException exception) {
			console.note(usageSentence(exception));
			return ExitCode.USAGE;
		}
	}

	/** Describes what may be said: where the first word is a command, of that alone, since describing all of them takes longer than a small meter. */
	private CommandLine commandLine(String... arguments) {
		Map<String, Supplier<Object>> commands = commands();
		String first = arguments.length == 0 ? "" : arguments[0];
		if (commands.containsKey(first)) {
			commands.keySet().retainAll(Set.of(first));
		}
		CommandLine commandLine = new CommandLine(new RootCommand());
		commands.forEach((name, command) -> commandLine.addSubcommand(name, command.get()));
		commandLine.setOut(new java.io.PrintWriter(console.results(), true));
		commandLine.setErr(new java.io.PrintWriter(console.progress(), true));
		commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
		commandLine.setUsageHelpWidth(110);
		commandLine.setCaseInsensitiveEnumValuesAllowed(true);
		commandLine.setUnmatchedOptionsArePositionalParams(false);
		return commandLine;
	}

	/** Returns what makes each command, in the order of the help. */
	private Map<String, Supplier<Object>> commands() {
		Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
		commands.put("check", () -> new CheckCommand(console));
		commands.put("generate", () -> new GenerateCommand(console));
		commands.put("run", () -> new RunCommand(console));
		commands.put("format", () -> new FormatCommand(console));
		commands.put("compare", () -> new CompareCommand(console));
		commands.put("trace", () -> new TraceCommand(console));
		commands.put("release", () -> new ReleaseCommand(console));
		commands.put("textconv", () -> new TextConvCommand(console));
		commands.put("merge-driver", () -> new MergeDriverCommand(console));
		commands.put("import", () -> new CommandLine(new ImportCommand()).addSubcommand(new ImportObjectListCommand(console)).addSubcommand(new ImportModelCommand(console))
				.addSubcommand(new ImportGuruxCommand(console)).addSubcommand(new ImportTableCommand(console)));
		commands.put("report", () -> new ReportCommand(console));
		commands.put("complete", () -> new CompleteCommand(console));
		commands.put("explain", () -> new ExplainCommand(console));
		commands.put("language-server", LanguageServerCommand::new);
		return commands;
	}

	private static ExitCode perform(CommandLine command) {
		if (command.getCommand() instanceof Command work) {
			return work.perform();
		}
		throw new ParameterException(command, "Say what to do");
	}

	private static String usageSentence(ParameterException exception) {
		String name = exception.getCommandLine().getCommandSpec().qualifiedName(" ");
		String message = exception instanceof UnmatchedArgumentException unmatched
				? "'%s' is not understood here".formatted(String.join(" ", unmatched.getUnmatched()))
				: exception.getMessage().lines().findFirst().orElse("The command is not complete");
		return "%s; '%s --help' tells what there is.".formatted(message, name);
	}
}
