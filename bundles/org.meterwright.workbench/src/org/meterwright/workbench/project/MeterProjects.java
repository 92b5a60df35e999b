// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.meterwright.dsl.ide.rename.Keywords;
import org.meterwright.views.starter.ExampleMeter;

/** Makes projects. */
public final class MeterProjects {
	private static final String MAIN = "meter.cosem";

	private MeterProjects() {
	}

	/** Makes a project with the files of a template and returns the file to begin with. */
	public static IFile create(IProjectDescription description, MeterTemplate template, SubMonitor monitor) throws CoreException {
		ExampleMeter texts = Gallery.read(template.folder());
		SortedMap<String, String> filled = new TreeMap<>();
		texts.texts().forEach((path, text) -> filled.put(path, fill(text, description.getName())));
		return create(description, new ExampleMeter(texts.folder(), filled), monitor);
	}

	/** Makes a project with the texts of an example and returns the file to begin with. */
	public static IFile create(IProjectDescription description, ExampleMeter example, SubMonitor monitor) throws CoreException {
		return create(description, example.texts(), monitor).getFile(example.main());
	}

	/** Makes a project with one text and returns its file. */
	public static IFile create(IProjectDescription description, String text, SubMonitor monitor) throws CoreException {
		return create(description, Map.of(MAIN, text), monitor).getFile(MAIN);
	}

	private static IProject create(IProjectDescription description, Map<String, String> texts, SubMonitor monitor) throws CoreException {
		SubMonitor progress = SubMonitor.convert(monitor, texts.size() + 1);
		progress.checkCanceled();
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(description.getName());
		Deque<IResource> made = new ArrayDeque<>();
		try {
			open(project, description, progress.newChild(1));
			for (Map.Entry<String, String> text : texts.entrySet()) {
				progress.checkCanceled();
				progress.subTask(text.getKey());
				write(project.getFile(text.getKey()), text.getValue(), made);
				progress.worked(1);
			}
			progress.checkCanceled();
			return project;
		} catch (CoreException | OperationCanceledException e) {
			takeBack(project, description, made);
			throw e;
		}
	}

	private static void open(IProject project, IProjectDescription description, SubMonitor monitor) throws CoreException {
		project.create(description, monitor);
		project.open(monitor);
		project.setDefaultCharset(StandardCharsets.UTF_8.name(), monitor);
	}

	/** Leaves nothing of a project that was not finished; what stood in its folder before stays. */
	private static void takeBack(IProject project, IProjectDescription description, Deque<IResource> made) throws CoreException {
		for (IResource resource : made) {
			resource.delete(true, null);
		}
		if (project.exists()) {
			project.delete(description.getLocationURI() == null, true, null);
		}
	}

	private static void write(IFile file, String text, Deque<IResource> made) throws CoreException {
		folder(file.getParent(), made);
		file.create(text.getBytes(StandardCharsets.UTF_8), true, false, null);
		made.push(file);
	}

	private static void folder(IContainer container, Deque<IResource> made) throws CoreException {
		if (container instanceof IFolder folder && !folder.exists()) {
			folder(folder.getParent(), made);
			folder.create(true, true, null);
			made.push(folder);
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
