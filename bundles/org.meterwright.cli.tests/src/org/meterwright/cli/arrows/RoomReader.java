// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.arrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Read from files alone what the rooms use: manifests, poms and Java sources, without comments and texts. */
final class RoomReader {
	private static final Pattern COMMA_OUTSIDE_QUOTES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
	private static final Pattern DEPENDENCY = Pattern.compile("<dependency>\\s*<groupId>([^<]*)</groupId>\\s*<artifactId>([^<]*)</artifactId>");
	private static final Pattern PLUGINS = Pattern.compile("<build>.*?</build>", Pattern.DOTALL);
	private static final Pattern NAME = Pattern.compile("\\b(?:org\\.(?:meterwright|eclipse)|gurux|picocli)(?:\\s*\\.\\s*\\w+)+");

	private final Path root;

	RoomReader(Path root) {
		this.root = root;
	}

	/** Read all rooms: the folders with a pom under {@code bundles}, {@code dsl} and {@code releng}. */
	List<Room> read() throws IOException {
		List<Room> rooms = new ArrayList<>();
		for (String top : List.of("bundles", "dsl", "releng")) {
			for (Path folder : list(root.resolve(top))) {
				if (Files.exists(folder.resolve("pom.xml")) && !Files.exists(folder.resolve("meterwright.product"))) {
					rooms.add(room(folder));
				}
			}
		}
		return rooms;
	}

	/** Give the packages of the room's sources, generated ones included. */
	static Set<String> packages(Room room) throws IOException {
		try (Stream<Path> files = sources(room.folder())) {
			return files.map(file -> packageOf(room.folder(), file)).collect(Collectors.toSet());
		}
	}

	private Room room(Path folder) throws IOException {
		List<Room.Use> uses = new ArrayList<>(dependencies(folder.resolve("pom.xml")));
		Set<String> exported = Set.of();
		Path manifestFile = folder.resolve("META-INF/MANIFEST.MF");
		if (Files.exists(manifestFile)) {
			Attributes manifest = manifest(manifestFile);
			for (String header : List.of("Require-Bundle", "Import-Package", "Fragment-Host")) {
				names(manifest, header).forEach(name -> uses.add(new Room.Use(shown(manifestFile), name)));
			}
			exported = Set.copyOf(names(manifest, "Export-Package"));
		}
		try (Stream<Path> files = sources(folder)) {
			files.forEach(file -> uses.addAll(names(file)));
		}
		return new Room(folder.getFileName().toString(), folder, uses, exported);
	}

	private static Attributes manifest(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return new Manifest(in).getMainAttributes();
		}
	}

	private static List<String> names(Attributes manifest, String header) {
		String value = manifest.getValue(header);
		return value == null ? List.of() : COMMA_OUTSIDE_QUOTES.splitAsStream(value).map(clause -> clause.split(";")[0].strip()).toList();
	}

	private List<Room.Use> dependencies(Path pom) throws IOException {
		Matcher dependencies = DEPENDENCY.matcher(PLUGINS.matcher(Files.readString(pom)).replaceAll(""));
		return dependencies.results().map(found -> new Room.Use(shown(pom), found.group(2))).toList();
	}

	private List<Room.Use> names(Path source) {
		String code = CodeOnly.of(text(source));
		return NAME.matcher(code).results()
				.map(found -> new Room.Use("%s:%d".formatted(shown(source), line(code, found.start())), found.group().replaceAll("\\s", "")))
				.toList();
	}

	private static long line(String code, int offset) {
		return code.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
	}

	private static String packageOf(Path folder, Path source) {
		Path inside = folder.relativize(source.getParent());
		return inside.subpath(1, inside.getNameCount()).toString().replace('/', '.').replace('\\', '.');
	}

	private static Stream<Path> sources(Path folder) throws IOException {
		List<Path> files = new ArrayList<>();
		for (String part : List.of("src", "src-gen")) {
			if (Files.isDirectory(folder.resolve(part))) {
				try (Stream<Path> found = Files.walk(folder.resolve(part))) {
					found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
				}
			}
		}
		return files.stream().sorted();
	}

	private static List<Path> list(Path folder) {
		String[] names = folder.toFile().list();
		return names == null ? List.of() : Arrays.stream(names).sorted().map(folder::resolve).filter(Files::isDirectory).toList();
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private String shown(Path file) {
		return root.relativize(file).toString().replace('\\', '/');
	}
}
