// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.meterwright.dsl.ide.rename.Keywords;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Makes projects. */
public final class MeterProjects {
	private static final String MAIN = "meter.cosem";

	private MeterProjects() {
	}

	/** Makes a project with the files of a template and returns the file to begin with. */
	public static IFile create(IProjectDescription description, MeterTemplate template, SubMonitor monitor) throws CoreException {
		IProject project = open(description, monitor);
		List<URL> texts = texts(template);
		for (URL text : texts) {
			copy(text, project, monitor);
		}
		return Optional.of(project.getFile(MAIN)).filter(IFile::exists).orElseGet(() -> project.getFile(name(texts.getFirst())));
	}

	/** Makes a project with one text and returns its file. */
	public static IFile create(IProjectDescription description, String text, SubMonitor monitor) throws CoreException {
		IFile file = open(description, monitor).getFile(MAIN);
		write(file, text, monitor);
		return file;
	}

	private static IProject open(IProjectDescription description, SubMonitor monitor) throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(description.getName());
		project.create(description, monitor);
		project.open(monitor);
		project.setDefaultCharset(StandardCharsets.UTF_8.name(), monitor);
		return project;
	}

	private static void write(IFile file, String text, SubMonitor monitor) throws CoreException {
		file.create(text.getBytes(StandardCharsets.UTF_8), true, false, monitor);
	}

	private static List<URL> texts(MeterTemplate template) throws CoreException {
		Bundle bundle = FrameworkUtil.getBundle(MeterProjects.class);
		var found = bundle.findEntries(template.folder(), "*.cosem", false);
		if (found == null) {
			throw new CoreException(Status.error("The files of the template %s are missing in this installation.".formatted(template.folder())));
		}
		return Collections.list(found);
	}

	private static String name(URL text) {
		return text.getPath().substring(text.getPath().lastIndexOf('/') + 1);
	}

	private static void copy(URL text, IProject project, SubMonitor monitor) throws CoreException {
		try (InputStream in = text.openStream()) {
			write(project.getFile(name(text)), fill(new String(in.readAllBytes(), StandardCharsets.UTF_8), project.getName()), monitor);
		} catch (IOException e) {
			throw new CoreException(Status.error("%s could not be copied.".formatted(name(text)), e));
		}
	}

	private static String fill(String text, String project) {
		String plain = identifier(project);
		return text.replace("$namespace$", "%s.meter".formatted(identifier(plain.toLowerCase(Locale.ROOT)).toLowerCase(Locale.ROOT))).replace("$meter$", plain);
	}

	/** Makes a name of the language from any text. */
	static String identifier(String text) {
		String plain = text.replaceAll("[^A-Za-z0-9_]", "");
		String name = plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "M%s".formatted(plain) : plain;
		return Keywords.isKeyword(name) ? "M%s".formatted(name) : name;
	}
}
