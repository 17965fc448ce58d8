package com.siacapp.protocolmap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The reports that Surefire and Failsafe wrote below a folder since a moment: which tests passed. */
record TestReports(Path root, Instant since) {

    private static final Pattern REPORT = Pattern.compile("/target/(surefire|failsafe)-reports/TEST-[^/]+\\.xml$");

    /** module/target/surefire-reports/TEST-….xml */
    private static final int DEEPEST = 4;

    private static final Set<String> NOT_PASSED = Set.of("skipped", "failure", "error");

    /** As the map spells them, {@code Class#method}; a test with parameters counts when one of its runs passed. */
    Set<String> passed() {
        var passed = new HashSet<String>();
        reports().stream().map(TestReports::read).forEach(report -> {
            var tests = report.getElementsByTagName("testcase");
            for (var i = 0; i < tests.getLength(); i++) {
                var test = (Element) tests.item(i);
                if (hasPassed(test)) {
                    passed.add(name(test));
                }
            }
        });
        return passed;
    }

    private List<Path> reports() {
        try (var files = Files.find(
                root, DEEPEST, (file, is) -> REPORT.matcher(file.toString()).find())) {
            return files.filter(this::isOfThisRun).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean isOfThisRun(Path report) {
        try {
            return !Files.getLastModifiedTime(report).toInstant().isBefore(since);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean hasPassed(Element test) {
        return NOT_PASSED.stream()
                .allMatch(outcome -> test.getElementsByTagName(outcome).getLength() == 0);
    }

    /** A nested class counts as its outermost, and a run of a test with parameters as the test. */
    private static String name(Element test) {
        var className = test.getAttribute("classname").replaceAll("^.*\\.|\\$.*$", "");
        return className + "#" + test.getAttribute("name").replaceAll("\\W.*$", "");
    }

    private static Document read(Path report) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SAXException | ParserConfigurationException noReport) {
            throw new IllegalStateException(report + " is no report", noReport);
        }
    }
}
