import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Exit;

/** Apache Kafka's command-line tools one after the other in one process: {main, args, input} in a line of JSON, {code, stdout, stderr} out. */
public final class ManyTools {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of the tool that runs; null as long as it has not ended itself. */
    private static volatile Integer exitCode;
    private static final List<Runnable> hooks = new ArrayList<>();

    private ManyTools() { }

    /** Thrown where a tool would end the process. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;

        Ended() {
            super(null, null, false, false);
        }
    }

    public static void main(String[] args) throws Exception {
        PrintStream answers = System.out;
        Exit.setExitProcedure((code, message) -> end(code));
        Exit.setHaltProcedure((code, message) -> end(code));
        Exit.setShutdownHookAdder((name, hook) -> hooks.add(hook));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) answers.println(JSON.writeValueAsString(run(JSON.readTree(line))));
        answers.flush();
        Runtime.getRuntime().halt(0);
    }

    private static ObjectNode run(JsonNode command) throws Exception {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        PrintStream error = new PrintStream(stderr, true, StandardCharsets.UTF_8);
        System.setIn(new ByteArrayInputStream(command.path("input").asText("").getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(stdout, true, StandardCharsets.UTF_8));
        System.setErr(error);
        exitCode = null;
        hooks.clear();
        List<String> args = new ArrayList<>();
        for (JsonNode argument : command.get("args")) args.add(argument.asText());
        try {
            Class<?> tool = Class.forName(command.get("main").asText());
            forgetMessageCount(tool);
            tool.getMethod("main", String[].class).invoke(null, (Object) args.toArray(new String[0]));
        } catch (InvocationTargetException thrown) {
            if (exitCode == null) {
                exitCode = 1;
                thrown.getCause().printStackTrace(error);
            }
        }
        System.out.flush();
        ObjectNode answer = JSON.createObjectNode();
        answer.put("code", exitCode == null ? 0 : exitCode);
        answer.put("stdout", stdout.toString(StandardCharsets.UTF_8));
        answer.put("stderr", stderr.toString(StandardCharsets.UTF_8));
        return answer;
    }

    /** The first code counts: some tools catch the exception and end again. */
    private static void end(int code) {
        if (exitCode == null) exitCode = code;
        throw new Ended();
    }

    /** The console consumer counts for the process. */
    private static void forgetMessageCount(Class<?> tool) throws IllegalAccessException {
        try {
            var count = tool.getDeclaredField("messageCount");
            count.setAccessible(true);
            count.setInt(null, 0);
        } catch (NoSuchFieldException absent) {
            return;
        }
    }
}
