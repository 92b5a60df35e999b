// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.Locale;
import java.util.Objects;

import org.meterwright.dsl.output.OutputException;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole program, with its streams: what {@link Main} starts and the tests run. */
public final class CommandLineProgram {

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
		try {
			ParseResult parsed = commandLine().parseArgs(arguments);
			return CommandLine.executeHelpRequest(parsed) == null ? perform(parsed.asCommandLineList().getLast()) : ExitCode.FINE;
		} catch (ParameterException exception) {
			console.note(usageSentence(exception));
			return ExitCode.USAGE;
		}
	}

	private CommandLine commandLine() {
		CommandLine commandLine = new CommandLine(new RootCommand());
		commandLine.addSubcommand(new CheckCommand(console));
		commandLine.addSubcommand(new GenerateCommand(console));
		commandLine.addSubcommand(new RunCommand(console));
		commandLine.addSubcommand(new FormatCommand(console));
		commandLine.addSubcommand(new CompareCommand(console));
		commandLine.addSubcommand(new TraceCommand(console));
		commandLine.addSubcommand(new ReleaseCommand(console));
		commandLine.addSubcommand(new TextConvCommand(console));
		commandLine.addSubcommand(new MergeDriverCommand(console));
		commandLine.addSubcommand(new CommandLine(new ImportCommand()).addSubcommand(new ImportObjectListCommand(console)).addSubcommand(new ImportModelCommand(console))
				.addSubcommand(new ImportGuruxCommand(console)).addSubcommand(new ImportTableCommand(console)));
		commandLine.addSubcommand(new ReportCommand(console));
		commandLine.addSubcommand(new CompleteCommand(console));
		commandLine.addSubcommand(new ExplainCommand(console));
		commandLine.addSubcommand(new LanguageServerCommand());
		commandLine.setOut(new java.io.PrintWriter(console.results(), true));
		commandLine.setErr(new java.io.PrintWriter(console.progress(), true));
		commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
		commandLine.setUsageHelpWidth(110);
		commandLine.setCaseInsensitiveEnumValuesAllowed(true);
		commandLine.setUnmatchedOptionsArePositionalParams(false);
		return commandLine;
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
