// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.xmi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.meterwright.cosem.CosemPackage;
import org.meterwright.cosem.Meter;

/** Saves and loads COSEM models as XMI in UTF-8 with line feeds. The same model always gives the same octets. */
public final class ModelFiles {
	private static final URI INSIDE = URI.createURI("meter.xmi");
	private static final Map<Object, Object> SAVE = Map.of(XMLResource.OPTION_ENCODING, StandardCharsets.UTF_8.name(), Resource.OPTION_LINE_DELIMITER, "\n",
			XMLResource.OPTION_FORMATTED, Boolean.TRUE, XMLResource.OPTION_LINE_WIDTH, 0);
	private static final Map<Object, Object> LOAD = Map.of(XMLResource.OPTION_PARSER_FEATURES,
			Map.of("http://apache.org/xml/features/disallow-doctype-decl", Boolean.TRUE), XMLResource.OPTION_DEFER_IDREF_RESOLUTION, Boolean.TRUE);

	private ModelFiles() {
	}

	/** Writes paths of references without searching the lists again for each of them. */
	private static final class ModelResource extends XMIResourceImpl {
		private FragmentPaths paths;

		ModelResource(URI uri) {
			super(uri);
		}

		void usePaths(FragmentPaths known) {
			paths = known;
		}

		@Override
		public String getURIFragment(EObject element) {
			String path = paths == null ? "" : paths.of(element);
			return path.isEmpty() ? super.getURIFragment(element) : path;
		}
	}

	/** Returns the XMI of a meter. The meter itself is left alone: it may be in a resource already. */
	public static byte[] bytes(Meter meter) {
		Meter copy = EcoreUtil.copy(meter);
		ModelResource resource = new ModelResource(INSIDE);
		resource.getContents().add(copy);
		resource.usePaths(new FragmentPaths(copy));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			resource.save(out, SAVE);
		} catch (IOException e) {
			throw new IllegalStateException("the model cannot be written as XMI: %s".formatted(e.getMessage()), e);
		}
		return out.toByteArray();
	}

	/**
	 * Saves a meter.
	 *
	 * @throws ModelFileException when the file cannot be written
	 */
	public static void save(Meter meter, Path file) throws ModelFileException {
		try {
			Files.write(file, bytes(meter));
		} catch (IOException e) {
			throw new ModelFileException("%s cannot be written: %s".formatted(file, reason(e)), e);
		}
	}

	/**
	 * Loads a meter.
	 *
	 * @throws ModelFileException when the file cannot be read or holds no meter
	 */
	public static Meter load(Path file) throws ModelFileException {
		byte[] octets;
		try {
			octets = Files.readAllBytes(file);
		} catch (IOException e) {
			throw new ModelFileException("%s cannot be read: %s".formatted(file, reason(e)), e);
		}
		return load(octets, file.toString());
	}

	/**
	 * Loads a meter from XMI.
	 *
	 * @param name what messages call the input
	 * @throws ModelFileException when the octets are no model with a meter
	 */
	public static Meter load(byte[] octets, String name) throws ModelFileException {
		Resource resource = new ModelResource(INSIDE);
		ResourceSetImpl resources = new ResourceSetImpl();
		resources.getPackageRegistry().put(CosemPackage.eNS_URI, CosemPackage.eINSTANCE);
		resources.getResources().add(resource);
		try {
			resource.load(new ByteArrayInputStream(octets), LOAD);
		} catch (IOException | RuntimeException e) {
			throw new ModelFileException("%s is no Meterwright model%s".formatted(name, place(resource, e)), e);
		}
		return meter(resource, name);
	}

	private static Meter meter(Resource resource, String name) throws ModelFileException {
		EObject root = resource.getContents().isEmpty() ? null : resource.getContents().getFirst();
		if (!(root instanceof Meter meter)) {
			throw new ModelFileException("%s is no Meterwright model: it holds no meter".formatted(name), null);
		}
		if (!EcoreUtil.ProxyCrossReferencer.find(meter).isEmpty()) {
			throw new ModelFileException("%s is damaged: a reference points to nothing".formatted(name), null);
		}
		resource.getContents().clear();
		return meter;
	}

	private static String place(Resource resource, Exception failure) {
		return resource.getErrors().stream().findFirst().map(error -> ": line %d: %s".formatted(error.getLine(), oneLine(error.getMessage())))
				.orElseGet(() -> ": %s".formatted(oneLine(failure.getMessage())));
	}

	private static String oneLine(String message) {
		return message == null ? "it cannot be parsed" : message.strip().replaceAll("\\s+", " ");
	}

	private static String reason(IOException failure) {
		return failure instanceof NoSuchFileException ? "there is no such file or folder" : oneLine(failure.getMessage());
	}
}
