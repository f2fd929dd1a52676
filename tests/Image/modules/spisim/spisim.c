// SPDX-License-Identifier: GPL-2.0
/*
 * spisim - an SPI controller whose chips are a program
 *
 * Each chip select is a /dev/spidevB.C. A program that holds /dev/spisim open
 * is asked for each transfer: read() gives a struct request and the bytes that
 * went out, or nothing after a while without a transfer; write() takes a struct
 * reply and the bytes that come back. While nobody holds it open, what goes out
 * comes back.
 */
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/spi/spi.h>
#include <linux/uaccess.h>
#include <linux/wait.h>

#define MAX_BYTES	4096
#define MAX_SELECTS	16
#define PATIENCE	(2 * HZ)
#define WHILE		(HZ / 5)

static unsigned int selects = 1;
module_param(selects, uint, 0444);
MODULE_PARM_DESC(selects, "number of chip selects");

struct request {
	u32 number;
	u32 select;
	u32 mode;
	u32 hertz;
	u32 bits;
	u32 last;	/* the chip is released after this transfer */
	u32 length;
};

struct reply {
	u32 number;
	u32 length;
};

enum state { IDLE, ASKED, TAKEN, ANSWERED };

/* The transfer in progress; the lock guards all below. */
static DEFINE_MUTEX(lock);
static DECLARE_WAIT_QUEUE_HEAD(changed);
static enum state state;
static bool served;
static struct request request;
static u8 out[MAX_BYTES];
static u8 in[MAX_BYTES];

static struct platform_device *device;
static struct spi_controller *controller;

static void set_state(enum state next)
{
	WRITE_ONCE(state, next);
	wake_up_all(&changed);
}

static void ask(struct spi_message *message, struct spi_transfer *transfer)
{
	struct spi_device *chip = message->spi;

	request.number++;
	request.select = chip->chip_select;
	request.mode = chip->mode;
	request.hertz = transfer->speed_hz;
	request.bits = transfer->bits_per_word;
	request.last = transfer->cs_change ||
		list_is_last(&transfer->transfer_list, &message->transfers);
	request.length = transfer->len;
	memset(in, 0, transfer->len);
	memset(out, 0, transfer->len);
	if (transfer->tx_buf)
		memcpy(out, transfer->tx_buf, transfer->len);
	set_state(ASKED);
}

static int spisim_transfer(struct spi_controller *ctlr, struct spi_device *chip,
			   struct spi_transfer *transfer)
{
	int err = 0;

	if (transfer->len > MAX_BYTES)
		return -EMSGSIZE;
	mutex_lock(&lock);
	if (!served) {
		if (transfer->rx_buf && transfer->tx_buf)
			memcpy(transfer->rx_buf, transfer->tx_buf,
			       transfer->len);
		goto done;
	}
	ask(ctlr->cur_msg, transfer);
	mutex_unlock(&lock);
	wait_event_timeout(changed, READ_ONCE(state) == ANSWERED ||
			   !READ_ONCE(served), PATIENCE);
	mutex_lock(&lock);
	if (state != ANSWERED)
		err = served ? -ETIMEDOUT : -EIO;
	else if (transfer->rx_buf)
		memcpy(transfer->rx_buf, in, transfer->len);
	set_state(IDLE);
done:
	mutex_unlock(&lock);
	return err;
}

static int spisim_open(struct inode *inode, struct file *file)
{
	int err = 0;

	mutex_lock(&lock);
	if (served)
		err = -EBUSY;
	served = true;
	mutex_unlock(&lock);
	return err;
}

static int spisim_release(struct inode *inode, struct file *file)
{
	mutex_lock(&lock);
	served = false;
	wake_up_all(&changed);
	mutex_unlock(&lock);
	return 0;
}

static ssize_t spisim_read(struct file *file, char __user *to, size_t room,
			   loff_t *offset)
{
	ssize_t size;

	size = wait_event_interruptible_timeout(changed, READ_ONCE(state) ==
						ASKED, WHILE);
	if (size <= 0)
		return size;
	mutex_lock(&lock);
	size = sizeof(request) + request.length;
	if (state != ASKED)
		size = -EAGAIN;
	else if (room < size)
		size = -EMSGSIZE;
	else if (copy_to_user(to, &request, sizeof(request)) ||
		 copy_to_user(to + sizeof(request), out, request.length))
		size = -EFAULT;
	else
		set_state(TAKEN);
	mutex_unlock(&lock);
	return size;
}

static ssize_t spisim_write(struct file *file, const char __user *from,
			    size_t size, loff_t *offset)
{
	struct reply reply;
	ssize_t taken = size;

	if (size < sizeof(reply) || copy_from_user(&reply, from, sizeof(reply)))
		return -EINVAL;
	mutex_lock(&lock);
	if (state != TAKEN || reply.number != request.number)
		taken = -ESTALE;
	else if (reply.length > request.length ||
		 size != sizeof(reply) + reply.length)
		taken = -EINVAL;
	else if (copy_from_user(in, from + sizeof(reply), reply.length))
		taken = -EFAULT;
	else
		set_state(ANSWERED);
	mutex_unlock(&lock);
	return taken;
}

static const struct file_operations spisim_fops = {
	.owner = THIS_MODULE,
	.open = spisim_open,
	.release = spisim_release,
	.read = spisim_read,
	.write = spisim_write,
};

static struct miscdevice spisim_misc = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "spisim",
	.fops = &spisim_fops,
};

static void add_chips(void)
{
	/* A name that spidev of Linux 6.1 takes: it has no generic one. */
	struct spi_board_info info = {
		.modalias = "em3581",
		.max_speed_hz = 16000000,
		.mode = SPI_MODE_3,
	};

	for (; info.chip_select < selects; info.chip_select++)
		spi_new_device(controller, &info);
}

static int __init spisim_init(void)
{
	int err;

	selects = clamp(selects, 1U, MAX_SELECTS + 0U);
	device = platform_device_register_simple("spisim", PLATFORM_DEVID_NONE,
						 NULL, 0);
	if (IS_ERR(device))
		return PTR_ERR(device);
	controller = spi_alloc_master(&device->dev, 0);
	if (!controller) {
		err = -ENOMEM;
		goto free_device;
	}
	controller->bus_num = 0;
	controller->num_chipselect = selects;
	controller->mode_bits = SPI_MODE_X_MASK | SPI_CS_HIGH | SPI_LSB_FIRST;
	controller->bits_per_word_mask = SPI_BPW_RANGE_MASK(8, 32);
	controller->transfer_one = spisim_transfer;
	err = spi_register_controller(controller);
	if (err) {
		spi_controller_put(controller);
		goto free_device;
	}
	err = misc_register(&spisim_misc);
	if (err)
		goto free_controller;
	add_chips();
	return 0;

free_controller:
	spi_unregister_controller(controller);
free_device:
	platform_device_unregister(device);
	return err;
}

static void __exit spisim_exit(void)
{
	misc_deregister(&spisim_misc);
	spi_unregister_controller(controller);
	platform_device_unregister(device);
}

module_init(spisim_init);
module_exit(spisim_exit);
MODULE_DESCRIPTION("SPI controller whose chips are a program");
MODULE_LICENSE("GPL");
