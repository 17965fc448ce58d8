package com.siacapp.guides;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Device;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/** Who pastes a guide's blocks into a terminal, and does what they are asked there: opens an address and allows the app. */
final class Reader {

    private static final Pattern QUESTION = Pattern.compile("(https?://\\S+(?:/oauth/authorize|/device)\\?\\S+)");

    /** Reads to the end what the terminal shows, and answers; all of it. */
    String read(BufferedReader screen, Writer keyboard) throws IOException {
        var shown = new StringBuilder();
        for (var line = screen.readLine(); line != null; line = screen.readLine()) {
            shown.append(line).append('\n');
            var question = QUESTION.matcher(line);
            if (question.find()) {
                keyboard.write(answer(URI.create(question.group(1))) + "\n");
                keyboard.flush();
            }
        }
        return shown.toString();
    }

    /** What is typed then. */
    private static String answer(URI address) throws IOException {
        var browser = Browser.signedInAs(Person.AUTHOR);
        if (address.getPath().equals("/device")) {
            var asked = Device.enter(browser, address.getQuery().replaceFirst("^user_code=", ""));
            browser.submit(asked, Map.of("decision", "allow"));
            return "";
        }
        var allowed = browser.submit(browser.open(address), Map.of("decision", "allow"));
        var callback = allowed.location().orElseThrow(() -> new AssertionError(allowed));
        if (isThere(callback)) {
            Http.visit(callback);
        }
        return code(allowed);
    }

    private static String code(Answer allowed) {
        var code = allowed.redirectParameters().get("code");
        if (code == null) {
            throw new AssertionError("No code in " + allowed);
        }
        return code;
    }

    /** Whether the program that asked waits for the browser, or for what its person copies from it. */
    private static boolean isThere(URI callback) throws IOException {
        try (var socket = new Socket(callback.getHost(), callback.getPort())) {
            return socket.isConnected();
        } catch (ConnectException nobody) {
            return false;
        }
    }
}
