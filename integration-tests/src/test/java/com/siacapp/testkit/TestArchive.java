package com.siacapp.testkit;

import com.siacapp.incontainer.ClockServlet;
import com.siacapp.incontainer.MovableClock;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The real EAR as the build made it, and beside its modules a clock that tests can move and the in-container tests. */
class TestArchive {

    private static final String TEST_WAR = "in-container.war";

    @Deployment
    static EnterpriseArchive siac() {
        var ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("siac.ear")));
        var tests = ShrinkWrap.create(WebArchive.class, TEST_WAR)
                .addClass(ClockServlet.class)
                .addPackage("com.siacapp.incontainer")
                .deleteClass(MovableClock.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        var clock = ShrinkWrap.create(JavaArchive.class, "movable-clock.jar")
                .addClass(MovableClock.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
        return ear.addAsModule(Testable.archiveToTest(tests))
                .addAsLibrary(clock)
                .setApplicationXML(new StringAsset(withTestWar(ear)));
    }

    private static String withTestWar(EnterpriseArchive ear) {
        try (var xml = ear.get("META-INF/application.xml").getAsset().openStream()) {
            var module = "<module><web><web-uri>%s</web-uri><context-root>/in-container</context-root></web></module>"
                    .formatted(TEST_WAR);
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("<library-directory>", module + "<library-directory>");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
