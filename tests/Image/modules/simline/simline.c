// SPDX-License-Identifier: GPL-2.0
/*
 * simline - DAHDI cards of analog lines without hardware
 *
 * Cards come in pairs, wired to each other: an FXO port of the one and the FXS
 * port of the same number of the other are the two ends of one pair of wires.
 * What the one does, the other detects, with the debounce times, the alarms and
 * the suppressed sound of a real card. A card has as many FXO ports (its first
 * channels) as FXS ports.
 *
 * Attributes of /sys/bus/platform/devices/simline.N are the tester's hands:
 *   unplugged  bit mask of the FXO ports whose cord is out
 *   echo       each FXO port hears 1/2^n of what it sends; 0: nothing
 *   stalled    1: the card's clock stands still
 * Unbinding the driver there pulls the card out; binding plugs it in.
 */
#include <linux/list.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <dahdi/kernel.h>

#define MAX_CARDS	4
#define MAX_LINES	24

static unsigned int pairs = 1;
module_param(pairs, uint, 0444);
MODULE_PARM_DESC(pairs, "pairs of cards");

static unsigned int lines = 4;
module_param(lines, uint, 0444);
MODULE_PARM_DESC(lines, "FXO ports of each card, and FXS ports");

/* How long a level holds before a port tells it, in ms. */
#define RING_MS		64
#define BATTERY_MS	64
#define POLARITY_MS	64
#define LOOP_MS		16
/* A line is in alarm when it has had no battery for so long. */
#define ALARM_MS	1000
/* After ringing, sound passes on-hook for so long (caller ID). */
#define AFTER_RING_MS	6000

#define UNKNOWN		(-1)

struct debounced {
	int level;
	int other_ms;
};

/* A pair of wires: what its two ends put on it. */
struct wire {
	/* The FXS port; the battery is gone with its card. */
	enum dahdi_txsig feed;
	bool reversed;
	int transmission_ms;
	s16 down[DAHDI_CHUNKSIZE];
	/* The FXO port. */
	bool closed;
	s16 up[DAHDI_CHUNKSIZE];
};

/* What the detectors of an FXO port say. */
struct fxo {
	struct debounced ring;
	struct debounced battery;
	struct debounced polarity;
	int alarm_ms;
	s16 echo[DAHDI_CHUNKSIZE];
};

/* What the detector of an FXS port says. */
struct fxs {
	struct debounced loop;
};

struct card {
	struct list_head node;
	unsigned int number;
	struct dahdi_device *device;
	struct dahdi_span span;
	struct dahdi_chan *chans[2 * MAX_LINES];
	struct dahdi_chan channels[2 * MAX_LINES];
	struct fxo fxo[MAX_LINES];
	struct fxs fxs[MAX_LINES];
	unsigned int unplugged;
	unsigned int echo;
	unsigned int stalled;
};

/* The wires of the FXO ports of each card. */
static struct wire wires[MAX_CARDS][MAX_LINES];

static struct platform_device *devices[MAX_CARDS];
static struct card *plugged_in[MAX_CARDS];

/*
 * Cards that were pulled out. Programs may still wait on their channels, so
 * their memory stays until the module goes.
 */
static LIST_HEAD(pulled);

static struct card *card_of(struct dahdi_span *span)
{
	return container_of(span, struct card, span);
}

static bool is_fxo(struct dahdi_chan *chan)
{
	return chan->chanpos <= lines;
}

static struct wire *wire_of(struct dahdi_chan *chan)
{
	unsigned int number = card_of(chan->span)->number;

	return &wires[is_fxo(chan) ? number : number ^ 1]
		     [(chan->chanpos - 1) % lines];
}

/* Whether the cord of a card's FXO port is in. */
static bool is_plugged(unsigned int number, unsigned int line)
{
	struct card *card = READ_ONCE(plugged_in[number]);

	return card && !(READ_ONCE(card->unplugged) & BIT(line));
}

/* Tells once when a level has changed for good. */
static bool settled(struct debounced *value, int level, int ms)
{
	if (level == value->level) {
		value->other_ms = 0;
		return false;
	}
	if (++value->other_ms < ms)
		return false;
	value->level = level;
	value->other_ms = 0;
	return true;
}

static void detect_at_fxo(struct fxo *fxo, struct dahdi_chan *chan,
			  struct wire *wire, bool plugged)
{
	bool ring = plugged && wire->feed == DAHDI_TXSIG_START && !wire->closed;
	bool battery = plugged && wire->feed != DAHDI_TXSIG_KEWL;

	if (chan->rxhooksig == DAHDI_RXSIG_INITIAL)
		fxo->battery.level = UNKNOWN;
	if (settled(&fxo->ring, ring, RING_MS))
		dahdi_hooksig(chan, ring ? DAHDI_RXSIG_RING :
			      DAHDI_RXSIG_OFFHOOK);
	if (settled(&fxo->battery, battery, BATTERY_MS)) {
		dahdi_hooksig(chan, battery ? DAHDI_RXSIG_OFFHOOK :
			      DAHDI_RXSIG_ONHOOK);
		fxo->alarm_ms = ALARM_MS - BATTERY_MS;
	}
	if (fxo->alarm_ms && !--fxo->alarm_ms)
		dahdi_alarm_channel(chan, fxo->battery.level ?
				    DAHDI_ALARM_NONE : DAHDI_ALARM_RED);
	if (battery && settled(&fxo->polarity, wire->reversed, POLARITY_MS))
		dahdi_qevent_lock(chan, DAHDI_EVENT_POLARITY);
}

static void detect_at_fxs(struct fxs *fxs, struct dahdi_chan *chan,
			  struct wire *wire, bool plugged)
{
	bool loop = plugged && wire->closed && wire->feed != DAHDI_TXSIG_KEWL;

	if (chan->rxhooksig == DAHDI_RXSIG_INITIAL)
		fxs->loop.level = UNKNOWN;
	if (settled(&fxs->loop, loop, LOOP_MS))
		dahdi_hooksig(chan, loop ? DAHDI_RXSIG_OFFHOOK :
			      DAHDI_RXSIG_ONHOOK);
}

/* What is not taken from the wire within 1 ms is gone. */
static int taken(s16 *sample)
{
	int value = *sample;

	*sample = 0;
	return value;
}

/* 1 ms of sound at an FXO port: it comes from a closed loop, and on-hook only
 * while the far end is in on-hook transmission.
 */
static void sound_at_fxo(struct fxo *fxo, struct dahdi_chan *chan,
			 struct wire *wire, bool plugged, unsigned int echo)
{
	bool fed = plugged && wire->feed != DAHDI_TXSIG_KEWL &&
		   wire->feed != DAHDI_TXSIG_START;
	bool hears = fed && (wire->closed || wire->transmission_ms);
	int i;

	for (i = 0; i < DAHDI_CHUNKSIZE; i++) {
		int came = taken(&wire->down[i]);
		int sound = hears ? came : 0;

		if (echo && wire->closed)
			sound += fxo->echo[i] >> echo;
		sound = clamp(sound, S16_MIN, S16_MAX);
		chan->readchunk[i] = DAHDI_LIN2X(sound, chan);
		wire->up[i] = fed && wire->closed ?
			      DAHDI_XLAW(chan->writechunk[i], chan) : 0;
		fxo->echo[i] = wire->up[i];
	}
}

static void sound_at_fxs(struct dahdi_chan *chan, struct wire *wire)
{
	int i;

	for (i = 0; i < DAHDI_CHUNKSIZE; i++) {
		int sound = taken(&wire->up[i]);

		chan->readchunk[i] = DAHDI_LIN2X(sound, chan);
		wire->down[i] = DAHDI_XLAW(chan->writechunk[i], chan);
	}
	if (wire->feed == DAHDI_TXSIG_START)
		wire->transmission_ms = AFTER_RING_MS;
	else if (wire->transmission_ms)
		wire->transmission_ms--;
}

static void simline_tick(struct dahdi_span *span, int is_master)
{
	struct card *card = card_of(span);
	unsigned int echo = READ_ONCE(card->echo);
	unsigned int i;

	if (READ_ONCE(card->stalled))
		return;
	dahdi_transmit(span);
	for (i = 0; i < lines; i++) {
		struct dahdi_chan *chan = card->chans[i];
		struct wire *wire = wire_of(chan);
		bool plugged = is_plugged(card->number, i);

		sound_at_fxo(&card->fxo[i], chan, wire, plugged, echo);
		detect_at_fxo(&card->fxo[i], chan, wire, plugged);
		chan = card->chans[lines + i];
		wire = wire_of(chan);
		plugged = is_plugged(card->number ^ 1, i);
		sound_at_fxs(chan, wire);
		detect_at_fxs(&card->fxs[i], chan, wire, plugged);
	}
	dahdi_ec_span(span);
	dahdi_receive(span);
}

static int simline_hooksig(struct dahdi_chan *chan, enum dahdi_txsig signal)
{
	struct wire *wire = wire_of(chan);

	if (is_fxo(chan))
		wire->closed = signal == DAHDI_TXSIG_OFFHOOK ||
			       signal == DAHDI_TXSIG_START;
	else
		wire->feed = signal;
	return 0;
}

static int simline_ioctl(struct dahdi_chan *chan, unsigned int cmd,
			 unsigned long data)
{
	struct wire *wire = wire_of(chan);
	int value;

	if (cmd != DAHDI_SETPOLARITY && cmd != DAHDI_ONHOOKTRANSFER)
		return -ENOTTY;
	if (is_fxo(chan))
		return -EINVAL;
	if (get_user(value, (int __user *)data))
		return -EFAULT;
	if (cmd == DAHDI_ONHOOKTRANSFER) {
		wire->transmission_ms = value;
		return 0;
	}
	if (wire->feed == DAHDI_TXSIG_START || wire->feed == DAHDI_TXSIG_KEWL)
		return -EINVAL;
	wire->reversed = value;
	return 0;
}

static const struct dahdi_span_ops simline_ops = {
	.owner = THIS_MODULE,
	.hooksig = simline_hooksig,
	.ioctl = simline_ioctl,
	.sync_tick = simline_tick,
};

#define CARD_ATTRIBUTE(_name)						\
static ssize_t _name##_show(struct device *dev,				\
			    struct device_attribute *attr, char *buf)	\
{									\
	struct card *card = dev_get_drvdata(dev);			\
									\
	return sysfs_emit(buf, "%u\n", card->_name);			\
}									\
									\
static ssize_t _name##_store(struct device *dev,			\
			     struct device_attribute *attr,		\
			     const char *buf, size_t count)		\
{									\
	struct card *card = dev_get_drvdata(dev);			\
	unsigned int value;						\
	int err = kstrtouint(buf, 0, &value);				\
									\
	if (err)							\
		return err;						\
	WRITE_ONCE(card->_name, value);					\
	return count;							\
}									\
static DEVICE_ATTR_RW(_name)

CARD_ATTRIBUTE(unplugged);
CARD_ATTRIBUTE(echo);
CARD_ATTRIBUTE(stalled);

static struct attribute *simline_attrs[] = {
	&dev_attr_unplugged.attr,
	&dev_attr_echo.attr,
	&dev_attr_stalled.attr,
	NULL
};
ATTRIBUTE_GROUPS(simline);

static void name_channels(struct card *card, int number)
{
	unsigned int i;

	for (i = 0; i < 2 * lines; i++) {
		struct dahdi_chan *chan = &card->channels[i];
		bool fxo = i < lines;

		card->chans[i] = chan;
		chan->chanpos = i + 1;
		chan->sigcap = fxo ? DAHDI_SIG_FXSKS | DAHDI_SIG_FXSLS :
			       DAHDI_SIG_FXOKS | DAHDI_SIG_FXOLS;
		snprintf(chan->name, sizeof(chan->name), "SIMLINE/%d/%s%u",
			 number, fxo ? "FXO" : "FXS", i % lines + 1);
	}
	for (i = 0; i < lines; i++) {
		card->fxo[i].battery.level = UNKNOWN;
		card->fxs[i].loop.level = UNKNOWN;
	}
}

/* A card that is not there neither feeds nor closes its wires. */
static void set_ends(unsigned int number, enum dahdi_txsig feed)
{
	unsigned int i;

	for (i = 0; i < lines; i++) {
		wires[number][i].closed = false;
		wires[number ^ 1][i].feed = feed;
		wires[number ^ 1][i].reversed = false;
	}
}

static int simline_probe(struct platform_device *pdev)
{
	struct card *card = kzalloc(sizeof(*card), GFP_KERNEL);
	struct dahdi_span *span;
	int err = -ENOMEM;

	if (!card)
		return err;
	card->device = dahdi_create_device();
	if (!card->device)
		goto free_card;
	card->device->manufacturer = "Switchhook";
	card->device->devicetype = "Simulated lines";
	card->device->hardware_id = dev_name(&pdev->dev);
	card->device->location = dev_name(&pdev->dev);
	card->number = pdev->id;
	name_channels(card, pdev->id);
	span = &card->span;
	snprintf(span->name, sizeof(span->name), "SIMLINE/%d", pdev->id);
	snprintf(span->desc, sizeof(span->desc), "Simulated lines");
	span->spantype = SPANTYPE_ANALOG_MIXED;
	span->deflaw = DAHDI_LAW_ALAW;
	span->chans = card->chans;
	span->channels = 2 * lines;
	span->flags = DAHDI_FLAG_RBS;
	span->cannot_provide_timing = 1;
	span->ops = &simline_ops;
	list_add_tail(&span->device_node, &card->device->spans);
	platform_set_drvdata(pdev, card);
	set_ends(card->number, DAHDI_TXSIG_ONHOOK);
	WRITE_ONCE(plugged_in[card->number], card);
	err = dahdi_register_device(card->device, &pdev->dev);
	if (!err)
		return 0;
	WRITE_ONCE(plugged_in[card->number], NULL);
	dahdi_free_device(card->device);
free_card:
	kfree(card);
	return err;
}

static int simline_remove(struct platform_device *pdev)
{
	struct card *card = platform_get_drvdata(pdev);

	WRITE_ONCE(plugged_in[card->number], NULL);
	set_ends(card->number, DAHDI_TXSIG_KEWL);
	dahdi_unregister_device(card->device);
	/* DAHDI has put the channels on-hook meanwhile. */
	set_ends(card->number, DAHDI_TXSIG_KEWL);
	dahdi_free_device(card->device);
	list_add(&card->node, &pulled);
	return 0;
}

static struct platform_driver simline_driver = {
	.probe = simline_probe,
	.remove = simline_remove,
	.driver = {
		.name = "simline",
		.dev_groups = simline_groups,
	},
};

static void remove_all(unsigned int cards)
{
	struct card *card, *next;

	while (cards--)
		platform_device_unregister(devices[cards]);
	platform_driver_unregister(&simline_driver);
	list_for_each_entry_safe(card, next, &pulled, node)
		kfree(card);
}

static int __init simline_init(void)
{
	unsigned int i;
	int err;

	pairs = clamp(pairs, 1U, MAX_CARDS / 2U);
	lines = clamp(lines, 1U, MAX_LINES + 0U);
	for (i = 0; i < 2 * pairs; i++)
		set_ends(i, DAHDI_TXSIG_KEWL);
	err = platform_driver_register(&simline_driver);
	if (err)
		return err;
	for (i = 0; i < 2 * pairs; i++) {
		devices[i] = platform_device_register_simple("simline", i,
							     NULL, 0);
		if (IS_ERR(devices[i])) {
			err = PTR_ERR(devices[i]);
			remove_all(i);
			return err;
		}
	}
	return 0;
}

static void __exit simline_exit(void)
{
	remove_all(2 * pairs);
}

module_init(simline_init);
module_exit(simline_exit);
MODULE_DESCRIPTION("DAHDI cards of analog lines without hardware");
MODULE_LICENSE("GPL");
