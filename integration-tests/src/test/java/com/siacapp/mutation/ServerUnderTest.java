package com.siacapp.mutation;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** The running server, whose classes are changed while it runs: a mutant is in place in milliseconds. */
final class ServerUnderTest {

    private final VirtualMachine server;
    private final Path agent;
    private final Path body;

    ServerUnderTest(Path work) throws Exception {
        server = VirtualMachine.attach(processId());
        agent = work.resolve("redefinition.jar");
        body = work.resolve("mutant.class");
        packAgent();
    }

    void redefine(String className, byte[] newBody) {
        try {
            Files.write(body, newBody);
            server.loadAgent(agent.toString(), className + "=" + body);
        } catch (IOException | AgentLoadException | AgentInitializationException refused) {
            throw new IllegalStateException(className, refused);
        }
    }

    /** The server that Arquillian started from here; another build may run another. */
    private static String processId() {
        var ours = ProcessHandle.current()
                .descendants()
                .map(child -> String.valueOf(child.pid()))
                .collect(Collectors.toSet());
        return VirtualMachine.list().stream()
                .filter(machine -> machine.displayName().contains("jboss-modules.jar"))
                .map(VirtualMachineDescriptor::id)
                .filter(ours::contains)
                .findFirst()
                .orElseThrow();
    }

    private void packAgent() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Agent-Class", Redefinition.class.getName());
        manifest.getMainAttributes().putValue("Can-Redefine-Classes", "true");
        var entry = Redefinition.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(agent), manifest);
                var bytes = Redefinition.class.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
        }
    }
}
