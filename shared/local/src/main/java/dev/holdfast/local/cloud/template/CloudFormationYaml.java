package dev.holdfast.local.cloud.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML with CloudFormation's short tags, which become the long form: {@code !Ref X} is {@code {Ref: X}}. */
public final class CloudFormationYaml extends SafeConstructor {
    private static final List<String> FUNCTIONS = List.of("GetAtt", "Sub", "Join", "If", "Not", "Equals", "FindInMap");

    private CloudFormationYaml(LoaderOptions options) {
        super(options);
        yamlConstructors.put(new Tag("!Ref"), new LongForm("Ref"));
        FUNCTIONS.forEach(name -> yamlConstructors.put(new Tag("!" + name), new LongForm("Fn::" + name)));
    }

    /** The document as maps, lists and scalars. */
    public static Object parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new CloudFormationYaml(options)).load(yaml);
    }

    private final class LongForm extends AbstractConstruct {
        private final String name;

        LongForm(String name) {
            this.name = name;
        }

        @Override
        public Object construct(Node node) {
            Object argument = switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new TemplateProblem("!" + name + " has an argument that is not understood");
            };
            return Map.of(name, argument);
        }
    }
}
