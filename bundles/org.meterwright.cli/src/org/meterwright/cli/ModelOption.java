// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.xmi.ModelFiles;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.output.GeneratedOutput;
import org.meterwright.dsl.output.OutputFile;

import picocli.CommandLine.Option;

/** Whether and where a command saves the COSEM model. */
final class ModelOption {

	@Option(names = "--model", paramLabel = "FILE", description = "Also save the COSEM model as XMI; of several meters each gets its name into the file's.")
	private Path file;

	/** Return the files of the meters' models; none when nobody asked. */
	List<OutputFile> files(List<CompiledMeter> meters) {
		List<OutputFile> files = new ArrayList<>();
		if (file != null) {
			for (CompiledMeter meter : meters) {
				Path path = meters.size() == 1 ? file : named(GeneratedOutput.label(meter));
				files.add(new OutputFile(path, ModelFiles.bytes(meter.model()), false));
			}
		}
		return files;
	}

	private Path named(String label) {
		String name = file.getFileName().toString();
		int dot = name.lastIndexOf('.');
		String renamed = dot < 1 ? "%s-%s".formatted(name, label) : "%s-%s%s".formatted(name.substring(0, dot), label, name.substring(dot));
		return file.resolveSibling(renamed);
	}
}
