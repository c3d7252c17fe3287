package dev.holdfast.local.guards;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rules over the text of files. Each returns what breaks it. */
final class SourceRules {
    private static final Pattern LOCAL =
            Pattern.compile("localhost|127\\.0\\.0\\.1|\\[::1]|endpointOverride|aws\\.endpoint");
    private static final String NO_LIBRARIES = "<may.use.libraries>false</may.use.libraries>";

    private SourceRules() {}

    /** Files under {@code src/main} of any module but shared/local that know this machine. */
    static List<String> filesThatKnowThisMachine(Path root) {
        List<String> broken = new ArrayList<>();
        for (String rooms : List.of("shared", "functions")) {
            for (String module : Repository.names(root.resolve(rooms))) {
                if (!module.equals("local")) {
                    Repository.files(root.resolve(rooms).resolve(module).resolve("src/main")).stream()
                            .filter(file -> LOCAL.matcher(Repository.text(file)).find())
                            .forEach(file -> broken.add(root.relativize(file).toString()));
                }
            }
        }
        return broken;
    }

    /** Contexts whose pom does not switch on the Enforcer's rule. */
    static List<String> contextsThatMayUseLibraries(Path root) {
        return ModuleRules.UPSTREAM.keySet().stream()
                .filter(context -> !Repository.text(
                                root.resolve("shared").resolve(context).resolve("pom.xml"))
                        .contains(NO_LIBRARIES))
                .toList();
    }
}
