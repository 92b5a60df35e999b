// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.virtual;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.meterwright.scenario.LiveMeter.Carrier;
import org.meterwright.views.virtual.ValueText;
import org.meterwright.views.virtual.VirtualMeter;

/** Starts and stops the meter, and what is around it: time, supply, network. */
final class MeterBar {
	private static final String BEGIN = "2026-11-01 12:00:00";
	private static final int STATE = 156;
	private static final int MINUTE = 60;
	private static final int QUARTER = 900;
	private static final int HOUR = 3600;
	private static final int DAY = 86_400;

	private final VirtualMeterView view;
	private final Button start;
	private final Combo carrier;
	private final Text clock;
	private final Button goes;
	private final Button power;
	private final Button network;
	private final Label state;
	private final List<Control> whileRunning;

	MeterBar(VirtualMeterView view, Composite parent) {
		this.view = view;
		Composite bar = Page.wrapping(parent);
		start = Page.button(bar, "Start", "Compile the meter as it stands in the text, and start it; or stop it", this::startOrStop);
		start.setLayoutData(new RowData(84, SWT.DEFAULT));
		carrier = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
		carrier.setItems("TCP wrapper", "HDLC");
		carrier.select(0);
		carrier.setToolTipText("What carries messages: the wrapper over TCP, or HDLC frames as on an optical port");
		state = new Label(bar, SWT.NONE);
		state.setLayoutData(new RowData(STATE, SWT.DEFAULT));
		new Label(bar, SWT.NONE).setText("Clock");
		clock = new Text(bar, SWT.BORDER);
		clock.setText(BEGIN);
		clock.setToolTipText("Time to start with, or to set the clock to (Enter)");
		clock.setLayoutData(new RowData(146, SWT.DEFAULT));
		clock.addListener(SWT.DefaultSelection, event -> setClock());
		Button set = Page.button(bar, "Set", "Set the meter's clock", this::setClock);
		Button minute = step(bar, "+1 min", MINUTE);
		Button quarter = step(bar, "+15 min", QUARTER);
		Button hour = step(bar, "+1 h", HOUR);
		Button day = step(bar, "+1 d", DAY);
		goes = Page.check(bar, "goes", "Let the meter's time go with ours", view::tick);
		power = Page.check(bar, "Power", "The supply: without it RAM is lost and NVM kept", this::power);
		network = Page.check(bar, "Network", "What carries pushes and Alerts", this::network);
		whileRunning = List.of(set, minute, quarter, hour, day, goes, power, network);
		refresh();
	}

	private Button step(Composite bar, String text, int seconds) {
		return Page.button(bar, text, "Let time pass; all that is due in between happens", () -> view.work("Let time pass", (running, monitor) -> {
			running.advance(seconds, monitor::isCanceled);
			return "It is %s.".formatted(running.now());
		}));
	}

	/** Starts the meter, or stops it. */
	void startOrStop() {
		if (view.bench().running().isPresent()) {
			view.stop();
		} else {
			view.start(carrier.getSelectionIndex() == 1 ? Carrier.HDLC : Carrier.WRAPPER, time());
		}
	}

	private Optional<LocalDateTime> time() {
		Optional<LocalDateTime> time = ValueText.time(clock.getText());
		if (time.isEmpty()) {
			view.say("%s is no time: write it as %s.".formatted(clock.getText(), BEGIN));
		}
		return time;
	}

	private void setClock() {
		time().ifPresent(time -> view.work("Set the clock", (running, monitor) -> {
			running.setClock(time);
			return "The clock was set to %s.".formatted(running.now());
		}));
	}

	private void power() {
		boolean on = power.getSelection();
		view.work(on ? "Give power back" : "Take power away", (running, monitor) -> {
			running.power(on);
			return on ? "The meter has power again." : "The meter has no power.";
		});
	}

	private void network() {
		boolean up = network.getSelection();
		view.work(up ? "Give the network back" : "Take the network away", (running, monitor) -> {
			running.network(up);
			return up ? "The network is there again." : "There is no network: pushes and Alerts wait.";
		});
	}

	/** Tells whether time is to go by itself. */
	boolean isGoing() {
		return goes.getSelection();
	}

	/** The meter was started: everything around it is there. */
	void started() {
		power.setSelection(true);
		network.setSelection(true);
		goes.setSelection(false);
	}

	/** Shows what has changed. */
	void refresh() {
		Optional<VirtualMeter> running = view.bench().running();
		start.setText(running.isPresent() ? "Stop" : "Start");
		carrier.setEnabled(running.isEmpty());
		whileRunning.forEach(control -> control.setEnabled(running.isPresent()));
		boolean old = running.isPresent() && view.isOld();
		state.setText(running.map(it -> old ? "%s *".formatted(it.now()) : it.now()).orElse("not running"));
		state.setToolTipText(old ? "The text has changed since the meter was started: Stop and Start take the new one" : "Time of the meter");
	}

	Text clock() {
		return clock;
	}

	Button start() {
		return start;
	}

	Combo carrier() {
		return carrier;
	}

	String state() {
		return state.getText();
	}
}
