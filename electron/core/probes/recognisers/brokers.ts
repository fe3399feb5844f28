import type { ProgramRule } from '../program-rule.ts';

const kind = 'broker';

export const brokers: readonly ProgramRule[] = [
  { names: ['kafka.kafka'], kind, product: 'Kafka', step: 'kafka' },
  { names: ['redpanda'], kind, product: 'Redpanda', step: 'kafka' },
  {
    names: ['java', 'javaw'],
    words: /kafka\.docker\.KafkaDockerWrapper/,
    kind,
    product: 'Kafka',
    step: 'kafka',
  },
  { names: ['java', 'javaw'], words: /zookeeper\.server\.quorum/, kind, product: 'ZooKeeper' },
  { names: ['org.apache.zookeeper.server.quorum.quorumpeermain'], kind, product: 'ZooKeeper' },
  { names: ['beam.smp', 'erl'], words: /rabbit/i, kind, product: 'RabbitMQ', step: 'amqp' },
  { names: ['rabbitmq-server'], kind, product: 'RabbitMQ', step: 'amqp' },
  { names: ['lavinmq', 'qpidd'], kind, product: 'AMQP broker', step: 'amqp' },
  { names: ['java', 'javaw'], words: /activemq|artemis/i, kind, product: 'ActiveMQ' },
  { names: ['java', 'javaw'], words: /org\.apache\.pulsar/, kind, product: 'Pulsar' },
  { names: ['nats-server'], kind, product: 'NATS', step: 'listen' },
  { names: ['mosquitto', 'emqx', 'vernemq'], kind, product: 'MQTT broker' },
  { names: ['beanstalkd', 'gearmand', 'nsqd'], kind, product: 'Message queue' },
  { names: ['temporal-server', 'temporal'], kind, product: 'Temporal' },
];
