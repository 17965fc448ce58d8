package com.siacapp.testkit;

import com.siacapp.guides.GuideTool;
import com.siacapp.incontainer.ClockServlet;
import com.siacapp.incontainer.MovableClock;
import com.siacapp.incontainer.VendorsOnThisComputer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.FileAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The real EAR as the build made it, and beside its modules a clock that tests can move, the in-container tests, what the
 * conformance suite expects to find, and the tool of the guide.
 */
public class TestArchive {

    private static final String TEST_WAR = "in-container.war";

    @Deployment
    static EnterpriseArchive siac() {
        var ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("siac.ear")));
        var tests = ShrinkWrap.create(WebArchive.class, TEST_WAR)
                .addClass(ClockServlet.class)
                .addPackage("com.siacapp.incontainer")
                .deleteClass(MovableClock.class)
                .deleteClass(VendorsOnThisComputer.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        var clock = ShrinkWrap.create(JavaArchive.class, "movable-clock.jar")
                .addClass(MovableClock.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
        ear.getAsType(JavaArchive.class, "ejb-common.jar").addClass(VendorsOnThisComputer.class);
        var mcp = ear.getAsType(WebArchive.class, "mcp-war.war")
                .addPackage("com.siacapp.fixture")
                .addAsResource("com/siacapp/fixture/json-schema-2020-12.json")
                .addAsResource("com/siacapp/fixture/dot.png");
        GuideTool.tool()
                .forEach(type -> mcp.add(new FileAsset(type.file().toFile()), "WEB-INF/classes/" + type.name()));
        return ear.addAsModule(Testable.archiveToTest(tests))
                .addAsLibrary(clock)
                .setApplicationXML(new StringAsset(withTestWar(ear)));
    }

    /** The real EAR below another address, with more classes in the MCP WAR. */
    public static InputStream siacAt(String path, Class<?>... additions) {
        var ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("siac.ear")));
        var xml = applicationXml(ear)
                .replace("<application-name>siac<", "<application-name>" + path.substring(1) + "<")
                .replace("<context-root>/mcp<", "<context-root>" + path + "/mcp<")
                .replace("<context-root>/<", "<context-root>" + path + "<");
        ear.getAsType(WebArchive.class, "mcp-war.war").addClasses(additions);
        return ear.setApplicationXML(new StringAsset(xml)).as(ZipExporter.class).exportAsInputStream();
    }

    private static String withTestWar(EnterpriseArchive ear) {
        var module = "<module><web><web-uri>%s</web-uri><context-root>/in-container</context-root></web></module>"
                .formatted(TEST_WAR);
        return applicationXml(ear).replace("<library-directory>", module + "<library-directory>");
    }

    private static String applicationXml(EnterpriseArchive ear) {
        try (var xml = ear.get("META-INF/application.xml").getAsset().openStream()) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
