// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.eclipse.emf.ecore.resource.impl.BinaryResourceImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.File;

/**
 * The binary copy of the parsed library: EMF's binary form of each tree with the places of its nodes. It lies in the user's cache folder
 * (system property {@code meterwright.cache}, else XDG_CACHE_HOME or ~/.cache, in meterwright) under the hash of the texts and of the
 * grammar. A copy that is missing, damaged or not to be written is no error: the texts are parsed.
 */
final class LibraryCopy {
	private static final int MAGIC = 0x4D574C31;
	/** Copies that are kept: several releases may be at work on a machine, but copies of former ones are waste. */
	private static final int KEPT = 8;

	private final Path file;

	private LibraryCopy(Path file) {
		this.file = file;
	}

	/** Finds the copy of some texts. */
	static LibraryCopy of(Map<String, String> texts) {
		return new LibraryCopy(folder().resolve("library-%s.bin".formatted(hash(texts))));
	}

	static LibraryCopy at(Path file) {
		return new LibraryCopy(file);
	}

	private static Path folder() {
		String own = System.getProperty("meterwright.cache", "");
		if (!own.isEmpty()) {
			return Path.of(own);
		}
		String xdg = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse("");
		Path base = xdg.isEmpty() ? Path.of(System.getProperty("user.home", "."), ".cache") : Path.of(xdg);
		return base.resolve("meterwright");
	}

	private static String hash(Map<String, String> texts) {
		try (InputStream grammar = LibraryCopy.class.getResourceAsStream("/org/meterwright/dsl/Cosem.xtextbin")) {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(grammar == null ? new byte[0] : grammar.readAllBytes());
			texts.forEach((path, text) -> {
				digest.update(path.getBytes(StandardCharsets.UTF_8));
				digest.update((byte) 0);
				digest.update(text.getBytes(StandardCharsets.UTF_8));
			});
			return HexFormat.of().formatHex(digest.digest(), 0, 12);
		} catch (NoSuchAlgorithmException | IOException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Loads the copy; nothing when there is none that can be used. */
	Optional<List<SyntaxFile>> load() {
		if (!Files.isRegularFile(file)) {
			return Optional.empty();
		}
		try {
			return decode(Files.readAllBytes(file));
		} catch (IOException | RuntimeException e) {
			return Optional.empty();
		}
	}

	private static Optional<List<SyntaxFile>> decode(byte[] bytes) throws IOException {
		CosemDslPackage.eINSTANCE.eClass();
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
		if (in.readInt() != MAGIC || in.readLong() != checksum(bytes, 12)) {
			return Optional.empty();
		}
		int count = in.readInt();
		List<SyntaxFile> files = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			String name = in.readUTF();
			BinaryResourceImpl resource = new BinaryResourceImpl();
			resource.load(new ByteArrayInputStream(in.readNBytes(in.readInt())), Map.of());
			File root = (File) resource.getContents().getFirst();
			resource.getContents().clear();
			files.add(new SyntaxFile(name, root, true, StoredPlaces.read(root, in.readNBytes(in.readInt())), List.of()));
		}
		return Optional.of(List.copyOf(files));
	}

	private static long checksum(byte[] bytes, int from) {
		CRC32 crc = new CRC32();
		crc.update(bytes, from, bytes.length - from);
		return crc.getValue();
	}

	/** Saves a copy, all or nothing; a library with syntax errors is not copied. */
	void save(List<SyntaxFile> files) {
		if (files.stream().anyMatch(each -> !each.errors().isEmpty())) {
			return;
		}
		try {
			Files.createDirectories(file.getParent());
			Path part = Files.createTempFile(file.getParent(), "library-", ".part");
			Files.write(part, encode(files));
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
			removeOldest();
		} catch (IOException | RuntimeException e) {
			// the copy only saves time: the next start parses again
		}
	}

	private void removeOldest() throws IOException {
		try (Stream<Path> all = Files.list(file.getParent())) {
			List<Path> copies = all.filter(each -> each.getFileName().toString().matches("library-[0-9a-f]+\\.bin"))
					.sorted(Comparator.comparing((Path each) -> each.toFile().lastModified()).reversed()).toList();
			for (Path old : copies.subList(Math.min(KEPT, copies.size()), copies.size())) {
				Files.deleteIfExists(old);
			}
		}
	}

	private static byte[] encode(List<SyntaxFile> files) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(body);
		out.writeInt(files.size());
		for (SyntaxFile each : files) {
			out.writeUTF(each.name());
			BinaryResourceImpl resource = new BinaryResourceImpl();
			File copy = EcoreUtil.copy(each.root());
			resource.getContents().add(copy);
			ByteArrayOutputStream tree = new ByteArrayOutputStream();
			resource.save(tree, Map.of());
			out.writeInt(tree.size());
			tree.writeTo(out);
			byte[] places = StoredPlaces.write(each);
			out.writeInt(places.length);
			out.write(places);
		}
		byte[] content = body.toByteArray();
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		DataOutputStream head = new DataOutputStream(all);
		head.writeInt(MAGIC);
		head.writeLong(checksum(content, 0));
		head.write(content);
		return all.toByteArray();
	}
}
