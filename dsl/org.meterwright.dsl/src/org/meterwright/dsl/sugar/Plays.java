// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Demand;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.RequiredAssociation;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Zero;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.dsl.cosemDsl.AdvancePlay;
import org.meterwright.dsl.cosemDsl.CallPlay;
import org.meterwright.dsl.cosemDsl.ClientPlay;
import org.meterwright.dsl.cosemDsl.ColumnExpr;
import org.meterwright.dsl.cosemDsl.ExpectPlay;
import org.meterwright.dsl.cosemDsl.LinePlay;
import org.meterwright.dsl.cosemDsl.PlayContent;
import org.meterwright.dsl.cosemDsl.RaisePlay;
import org.meterwright.dsl.cosemDsl.ReadPlay;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RepeatPlay;
import org.meterwright.dsl.cosemDsl.SetPlay;
import org.meterwright.dsl.cosemDsl.TemporalValue;
import org.meterwright.dsl.cosemDsl.ValueExpr;
import org.meterwright.dsl.cosemDsl.WritePlay;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Kind;
import org.meterwright.dsl.elaborate.Layer;
import org.meterwright.dsl.elaborate.Referent;
import org.meterwright.dsl.elaborate.Scale;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.elaborate.Suggest;
import org.meterwright.dsl.elaborate.Want;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.scenario.AccessResult;
import org.meterwright.scenario.Clocks;
import org.meterwright.scenario.Play;

/** Steps of a scenario: what they name and compare is looked up and converted; what cannot be played is a finding. */
final class Plays {
	static final String RULE = "MW-LANG-093";
	private static final String PROVES = "proves";
	private static final Map<String, Play.Comparison> OPERATORS = Map.of("<", Play.Comparison.LESS, "<=", Play.Comparison.AT_MOST, ">", Play.Comparison.GREATER, ">=",
			Play.Comparison.AT_LEAST, "==", Play.Comparison.EQUAL);
	private static final Map<String, Play.Thing> THINGS = Map.of("power", Play.Thing.POWER, "network", Play.Thing.NETWORK);
	private static final int MOST_REPEATS = 10_000;

	private final Elaboration elaboration;
	private final Columns columns;
	private final Times times;
	private final Set<String> proves = new LinkedHashSet<>();
	private boolean client;
	private boolean asked;
	private boolean expects;

	Plays(Elaboration elaboration) {
		this.elaboration = elaboration;
		this.columns = new Columns(elaboration);
		this.times = new Times(elaboration);
	}

	/** Tells whether a step says what must be. */
	boolean expects() {
		return expects;
	}

	/** Reads steps; one that has a finding is left out. */
	List<Play> of(List<org.meterwright.dsl.cosemDsl.Play> steps, Scope scope) {
		List<Play> plays = new ArrayList<>();
		for (org.meterwright.dsl.cosemDsl.Play step : steps) {
			boolean request = step instanceof ReadPlay || step instanceof WritePlay || step instanceof CallPlay && client;
			of(step, line(step), words(step), scope).ifPresent(plays::add);
			asked = request;
		}
		return plays;
	}

	private static int line(EObject node) {
		return SyntaxFile.place(node, Layer.WRITTEN).line();
	}

	/** Returns the text of a step up to its braces, in one line. */
	private static String words(EObject node) {
		Origin place = SyntaxFile.place(node, Layer.WRITTEN);
		String text = SyntaxFile.of(node).text().orElse("");
		int from = Math.min(place.offset(), text.length());
		String all = text.substring(from, Math.min(text.length(), from + Math.max(0, place.length())));
		String head = node instanceof ClientPlay || node instanceof RepeatPlay ? all.replaceAll("(?s)\\{.*", "") : all;
		return head.replaceAll("//[^\n]*", " ").replaceAll("\\s+", " ").strip();
	}

	private Optional<Play> of(org.meterwright.dsl.cosemDsl.Play step, int line, String words, Scope scope) {
		return switch (step) {
			case RaisePlay it -> found(it.getTarget(), scope, Want.of(Kind.EVENT), found -> Optional.of(new Play.Raise(line, words, (Event) found.symbol().element())));
			case SetPlay it -> found(it.getTarget(), scope, Want.ATTRIBUTE, found -> set(it, found, line, words, scope));
			case AdvancePlay it when it.isTo() -> moment(it.getTime()).map(time -> new Play.Until(line, words, time));
			case AdvancePlay it -> elaboration.values().seconds(it.getDuration()).map(seconds -> new Play.Advance(line, words, seconds));
			case RepeatPlay it -> repeat(it, line, words, scope);
			case LinePlay it when PROVES.equals(it.getVerb()) -> prove(it);
			case LinePlay it -> fail(it, line, words);
			case ClientPlay it -> client(it, line, words, scope);
			case ReadPlay it -> read(it, line, words, scope);
			case WritePlay it -> inClient(it, "write") ? found(it.getTarget(), scope, Want.ATTRIBUTE, found -> convert(it.getValue(), found, scope)
					.map(value -> new Play.Write(line, words, found.object(), index(found), value))) : Optional.empty();
			case CallPlay it -> found(it.getTarget(), scope, Want.METHOD, found -> call(it, found, line, words, scope));
			case ExpectPlay it -> expect(it, line, words, scope);
			default -> Optional.empty();
		};
	}

	private Optional<Play> found(Ref ref, Scope scope, Want want, Function<Referent, Optional<? extends Play>> play) {
		return elaboration.resolver().one(ref, scope, want).flatMap(play);
	}

	private void report(EObject node, String message) {
		elaboration.report().report(RULE, node, message);
	}

	private boolean inClient(EObject node, String verb) {
		if (!client) {
			report(node, "%s is what a client does; write it into as ASSOCIATION { ... }".formatted(verb));
		}
		return client;
	}

	private static int index(Referent found) {
		return found.attribute().orElseThrow().getIndex();
	}

	private Optional<Value> convert(ValueExpr expr, Referent found, Scope scope) {
		return convert(expr, found.object(), index(found), found.attribute().get().getType(), scope);
	}

	private Optional<Value> convert(ValueExpr expr, CosemObject object, int index, DataType declared, Scope scope) {
		DataType type = CosemObjects.attribute(object, index).map(Attribute::getType).orElse(declared);
		return elaboration.values().convert(expr, type, scope, elaboration.scale(object, index));
	}

	private Optional<Play> set(SetPlay step, Referent found, int line, String words, Scope scope) {
		Optional<Value> value = convert(step.getValue(), found, scope);
		boolean clock = CosemObjects.classId(found.object()) == 8 && index(found) == 2;
		if (clock && value.isPresent() && value.get() instanceof Value.Octets octets && Clocks.of(octets.bytes()).isEmpty()) {
			report(step, "a clock is set to a whole date and time, such as 2026-11-01 12:00");
			return Optional.empty();
		}
		return value.map(each -> new Play.SetValue(line, words, found.object(), index(found), each));
	}

	/** Reads a date and time that has no wildcards. */
	Optional<Bytes> moment(TemporalValue time) {
		Optional<Bytes> octets = times.dateTime(time, Scope.METER);
		if (octets.isPresent() && Clocks.of(octets.get()).isEmpty()) {
			report(time, "a whole date and time is needed here, such as 2026-11-01 12:00");
			return Optional.empty();
		}
		return octets;
	}

	private Optional<Play> repeat(RepeatPlay step, int line, String words, Scope scope) {
		int count = Codes.of(step.getCount());
		if (!"repeat".equals(step.getVerb()) || count < 1 || count > MOST_REPEATS) {
			report(step, "steps are repeated by repeat 1 { ... } to repeat %d { ... }".formatted(MOST_REPEATS));
			return Optional.empty();
		}
		return Optional.of(new Play.Repeat(line, words, count, of(step.getSteps(), scope)));
	}

	/** Returns the names of what the scenario says it proves. */
	List<String> proves() {
		return List.copyOf(proves);
	}

	/** Notes what the scenario proves, which is no step: nothing is played for it. */
	private Optional<Play> prove(LinePlay step) {
		List<String> names = elaboration.model().getCompanions().stream().flatMap(Plays::names).toList();
		String name = step.getLine();
		Optional<String> near = Suggest.nearest(name, names);
		if (step.getDuration() != null || client) {
			report(step, "what a scenario proves is a name alone, on a line of its own outside as: proves %s".formatted(name));
		} else if (!names.contains(name)) {
			report(step, "no companion of the meter has a requirement, use case, Alert or object %s%s".formatted(name, near.map("; did you mean %s?"::formatted).orElse("")));
		} else {
			proves.add(name);
		}
		return Optional.empty();
	}

	private static Stream<String> names(Companion companion) {
		return Stream.of(companion.getDemands().stream().map(Demand::getName), companion.getUseCases().stream().map(UseCase::getName), companion.getAlerts().stream().map(Alert::getName),
				companion.getRequirements().stream().map(Requirement::getName), companion.getAssociations().stream().map(RequiredAssociation::getName)).flatMap(each -> each);
	}

	private Optional<Play> fail(LinePlay step, int line, String words) {
		Play.Thing thing = THINGS.get(step.getLine());
		boolean restored = "restore".equals(step.getVerb());
		if (thing == null || !restored && !"lose".equals(step.getVerb()) || restored && step.getDuration() != null) {
			report(step, "what fails is written lose power, lose network for 2 h, restore power, restore network");
			return Optional.empty();
		}
		Optional<Long> seconds = step.getDuration() == null ? Optional.empty() : elaboration.values().seconds(step.getDuration());
		return Optional.of(new Play.Fail(line, words, thing, restored, seconds));
	}

	private Optional<Play> client(ClientPlay step, int line, String words, Scope scope) {
		if (client) {
			report(step, "a client works in one association; close the braces of the one around it first");
			return Optional.empty();
		}
		if (step.getFlaw() != null && !step.getFlaw().equals("wrong")) {
			report(step, "a client may have a wrong secret: as supplier with wrong secret { }");
			return Optional.empty();
		}
		expects |= step.getFlaw() != null;
		if (step.getFlaw() != null && !step.getSteps().isEmpty()) {
			report(step, "with a wrong secret the association is refused, and no step follows; leave the braces empty");
			return Optional.empty();
		}
		return found(step.getClient(), scope, Want.of(Kind.ASSOCIATION), found -> {
			client = true;
			List<Play> plays = of(step.getSteps(), scope);
			client = false;
			return Optional.of(new Play.Client(line, words, (Association) found.symbol().element(), step.getFlaw() != null, plays));
		});
	}

	private Optional<Play> read(ReadPlay step, int line, String words, Scope scope) {
		Optional<Column> column = inClient(step, "read") ? column(step.getColumn(), scope) : Optional.empty();
		Optional<Bytes> from = step.getFrom() == null ? Optional.empty() : moment(step.getFrom());
		Optional<Bytes> to = step.getTo() == null ? Optional.empty() : moment(step.getTo());
		if (column.isPresent() && step.getFrom() != null && (CosemObjects.classId(column.get().getObject()) != Captures.PROFILE_GENERIC || column.get().getAttribute() != 2)) {
			report(step, "only the buffer of a profile has entries of a time");
			return Optional.empty();
		}
		boolean whole = (step.getFrom() == null) == from.isEmpty() && (step.getTo() == null) == to.isEmpty();
		return column.filter(each -> whole).map(each -> new Play.Read(line, words, each, from, to));
	}

	private Optional<Column> column(ColumnExpr expr, Scope scope) {
		if (elaboration.resolver().one(expr.getTarget(), scope, Want.OBJECT_OR_ATTRIBUTE).isEmpty()) {
			return Optional.empty();
		}
		return columns.of(List.of(expr), scope).stream().findFirst();
	}

	private Optional<Play> call(CallPlay step, Referent found, int line, String words, Scope scope) {
		MethodDefinition method = found.method().orElseThrow();
		DataType type = method.getParameter();
		Optional<Value> parameter = step.getValue() != null && type != null ? elaboration.values().convert(step.getValue(), type, scope, Scale.of(method.getUnit()))
				: type == null ? Optional.of(Values.nothing()) : Zero.fitting(type);
		if (parameter.isEmpty()) {
			report(step, "method %s needs a parameter: %s".formatted(method.getName(), type));
		}
		return parameter.map(value -> new Play.Call(line, words, found.object(), method.getIndex(), value));
	}

	private Optional<Play> expect(ExpectPlay step, int line, String words, Scope scope) {
		expects = true;
		Play.Times how = new Play.Times(step.isNo(), step.getCount() == null ? OptionalInt.empty() : OptionalInt.of(Codes.of(step.getCount())));
		Optional<Bytes> at = step.getTime() == null ? Optional.empty() : moment(step.getTime());
		if (step.getTime() != null && at.isEmpty()) {
			return Optional.empty();
		}
		return switch (step.getWhat() == null ? "" : step.getWhat()) {
			case "alert" -> alert(step, how, at, line, words, scope);
			case "push" -> found(step.getTarget(), scope, Want.of(Kind.PUSH), found -> push(step, (Push) found.symbol().element(), how, at, line, words, scope));
			case "log" -> log(step, how, line, words, scope);
			case "denied" -> denied(step, line, words);
			default -> value(step, line, words, scope);
		};
	}

	private Optional<Play> alert(ExpectPlay step, Play.Times how, Optional<Bytes> at, int line, String words, Scope scope) {
		if (step.isAll()) {
			return Optional.of(new Play.ExpectAlert(line, words, how, Optional.empty(), at));
		}
		return found(step.getTarget(), scope, Want.of(Kind.ALERT), found -> {
			Alert alert = (Alert) found.symbol().element();
			Optional<Role> role = step.getWhom() == null ? Optional.empty() : elaboration.resolver().one(step.getWhom(), scope, Want.of(Kind.ROLE)).map(each -> (Role) each.symbol().element());
			if (role.isPresent() && !alert.getRecipients().contains(role.get())) {
				report(step, "Alert %s does not go to %s".formatted(alert.getName(), role.get().getName()));
				return Optional.empty();
			}
			return Optional.of(new Play.ExpectAlert(line, words, how, Optional.of(alert), at));
		});
	}

	private Optional<Play> push(ExpectPlay step, Push push, Play.Times how, Optional<Bytes> at, int line, String words, Scope scope) {
		if (push.getObject() == null) {
			report(step, "push %s has no Push setup object, so nobody can tell it from others".formatted(push.getName()));
			return Optional.empty();
		}
		List<Play.Condition> contents = conditions(step.getContents(), scope);
		return contents.size() < step.getContents().size() ? Optional.empty() : Optional.of(new Play.ExpectPush(line, words, how, push, at, contents));
	}

	private List<Play.Condition> conditions(List<PlayContent> contents, Scope scope) {
		return contents.stream().map(each -> condition(each, scope)).flatMap(Optional::stream).toList();
	}

	private Optional<Play.Condition> condition(PlayContent content, Scope scope) {
		return column(content.getLeft(), scope).flatMap(column -> CosemObjects.definition(column.getObject().getInterfaceClass(), column.getAttribute())
				.flatMap(definition -> convert(content.getRight(), column.getObject(), column.getAttribute(), definition.getType(), scope))
				.map(value -> new Play.Condition(words(content), column, OPERATORS.get(content.getOp()), value)));
	}

	private Optional<Play> log(ExpectPlay step, Play.Times how, int line, String words, Scope scope) {
		Optional<Column> column = column(step.getColumn(), scope);
		if (column.isPresent() && (CosemObjects.classId(column.get().getObject()) != Captures.PROFILE_GENERIC || column.get().getAttribute() != 2)) {
			report(step, "a log is a Profile generic, such as expect log securityLog { ... }");
			return Optional.empty();
		}
		List<Play.Condition> contents = conditions(step.getContents(), scope);
		boolean whole = column.isPresent() && contents.size() == step.getContents().size();
		return whole ? Optional.of(new Play.ExpectLog(line, words, how, column.get().getObject(), last(column.get()), contents)) : Optional.empty();
	}

	private static int last(Column column) {
		return column.getSelection() == Selection.NEWEST ? 1 : column.getSelection() == Selection.LAST ? column.getCount() : 0;
	}

	private Optional<Play> denied(ExpectPlay step, int line, String words) {
		if (!client || !asked || step.isNo() || step.getCount() != null) {
			report(step, "expect denied stands behind the read, write or call of a client that is refused");
			return Optional.empty();
		}
		OptionalInt reason = step.getReason() == null ? OptionalInt.empty() : AccessResult.code(step.getReason());
		if (step.getReason() != null && reason.isEmpty()) {
			report(step, "%s is no reason; there are %s".formatted(step.getReason(), String.join(", ", AccessResult.names())));
			return Optional.empty();
		}
		return Optional.of(new Play.ExpectDenied(line, words, reason));
	}

	private Optional<Play> value(ExpectPlay step, int line, String words, Scope scope) {
		if (step.getContent() == null || step.isNo() || step.getCount() != null) {
			report(step, "an expectation is written expect x.value == 5, expect alert a, expect no push p, expect 3 log l { ... }, expect denied");
			return Optional.empty();
		}
		return condition(step.getContent(), scope).map(condition -> new Play.ExpectValue(line, words, condition));
	}
}
